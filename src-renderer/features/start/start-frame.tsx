// The page around everything before the desk opens: the product's name, one card, and the language in the corner.
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../../i18n/i18n.ts'
import { isLanguage, languageNames, languages, storeLanguageChoice } from '../../i18n/language.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import styles from './start.module.css'

export type StartFrameProps = Readonly<{
  title: string
  lead?: ReactNode
  wide?: boolean
  onLanguage: (language: (typeof languages)[number]) => void
  children?: ReactNode
}>

export function StartFrame({ title, lead, wide = false, onLanguage, children }: StartFrameProps) {
  const { t, i18n } = useTranslation('deskStart')
  const heading = useRef<HTMLHeadingElement>(null)
  // A new step is announced by its title; a field that takes the focus by itself comes after and wins.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [title])
  const current = isLanguage(i18n.language) ? i18n.language : 'en'
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <span className={styles.product}>
          <BrandMark />
          {t('product')}
        </span>
        <SegmentedControl
          label="Language / 语言"
          value={current}
          onValueChange={(language) => {
            storeLanguageChoice(window.localStorage, language)
            onLanguage(language)
            void setLanguage(language)
          }}
          segments={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </header>
      <div className={styles.centre}>
        <section className={styles.card} data-wide={wide || undefined} aria-labelledby="start-title">
          <h1 ref={heading} id="start-title" tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {children}
        </section>
      </div>
    </main>
  )
}
