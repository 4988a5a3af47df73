// The component page: a contents list at the side, the settings on top, the chapters below each other.
import { useEffect, useState } from 'react'
import { setLanguage } from '../i18n/i18n.ts'
import { languageNames, languageOf } from '../i18n/language.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { chapters } from './chapters.tsx'
import { applyPageSettings, type PageSettings } from './page-settings.ts'
import { useWords } from './specimen-words.ts'
import styles from './ui-page.module.css'

export function UiPage({ initial }: Readonly<{ initial: PageSettings }>) {
  const [settings, setSettings] = useState(initial)
  const words = useWords()
  useEffect(() => {
    applyPageSettings(settings)
    void setLanguage(languageOf(settings.language, navigator.languages))
  }, [settings])
  const change = (part: Partial<PageSettings>): void => setSettings((before) => ({ ...before, ...part }))
  return (
    <div className={styles.page}>
      <nav aria-label={words.contents} className={styles.contents}>
        <p className={styles.brand}>
          <BrandMark size={20} />
          Frontdesk 前台
        </p>
        <ul>
          {chapters.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`} className={styles.entry}>
                {words.chapters[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className={styles.main}>
        <header className={styles.header}>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
          <SettingsBar settings={settings} onChange={change} />
        </header>
        {chapters.map(({ id, Chapter }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.chapter}>
            <h2 id={`${id}-title`} className={styles.chapterTitle}>
              {words.chapters[id]}
            </h2>
            <Chapter />
          </section>
        ))}
      </main>
    </div>
  )
}

type SettingsBarProps = Readonly<{ settings: PageSettings; onChange: (part: Partial<PageSettings>) => void }>

function SettingsBar({ settings, onChange }: SettingsBarProps) {
  const words = useWords().settings
  return (
    <div className={styles.settings}>
      <SegmentedControl
        label={words.theme}
        value={settings.theme}
        onValueChange={(theme) => onChange({ theme })}
        segments={[
          { value: 'auto', label: words.auto },
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
        ]}
      />
      <SegmentedControl
        label={words.language}
        value={settings.language}
        onValueChange={(language) => onChange({ language })}
        segments={[
          { value: 'auto', label: words.auto },
          { value: 'en', label: languageNames.en },
          { value: 'zh', label: languageNames.zh },
        ]}
      />
      <SegmentedControl
        label={words.density}
        value={settings.density}
        onValueChange={(density) => onChange({ density })}
        segments={[
          { value: 'comfortable', label: words.comfortable },
          { value: 'compact', label: words.compact },
        ]}
      />
      <SegmentedControl
        label={words.zoom}
        value={settings.zoom}
        onValueChange={(zoom) => onChange({ zoom })}
        segments={(['100', '150', '200'] as const).map((value) => ({ value, label: `${value}%` }))}
      />
    </div>
  )
}
