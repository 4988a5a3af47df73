// Writes the next announcement. What was typed stays until it is stored.
import { limits, type EpochMs } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../i18n/language.ts'
import { useDesk } from '../../../stores/desk.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { Refused } from '../routing/setting-dialog.tsx'
import { useSave } from '../routing/use-save.ts'
import { useUnsaved } from '../routing/use-unsaved.tsx'
import { AnnouncementPreview } from './announcement-preview.tsx'
import { fromLocalMinute, toLocalMinute, usualEnd } from './local-minute.ts'
import styles from './announcement.module.css'

type Draft = Readonly<Record<Language | 'until', string>>
type Props = Readonly<{ version: string; replaces: boolean; onDone: () => void }>

const fields = ['zh', 'en', 'until'] as const
const fresh = (): Draft => ({ zh: '', en: '', until: toLocalMinute(usualEnd(Date.now())) })

export function AnnouncementForm({ version, replaces, onDone }: Props) {
  const { t } = useTranslation('deskAnnouncement')
  const { api } = useDesk().session
  const save = useSave()
  const [draft, setDraft] = useState(fresh)
  const [openedAt] = useState(() => Date.now())
  const [misses, setMisses] = useState(false)
  const hasWords = draft.zh.trim() !== '' || draft.en.trim() !== ''
  const until = fromLocalMinute(draft.until)
  const { question } = useUnsaved(hasWords && !save.isSaving)
  const change = (next: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...next }))
    save.forget()
  }
  const overOf = (language: Language): number => draft[language].trim().length - limits.maxAnnouncementLength
  const errorOf = (language: Language): string | undefined => {
    const over = overOf(language)
    return over > 0 ? t('tooLong', { count: over }) : save.at(language)
  }
  const canSave = hasWords && overOf('zh') <= 0 && overOf('en') <= 0

  const announce = async (): Promise<void> => {
    if (!canSave || save.isSaving) return
    setMisses(until === undefined)
    if (until === undefined) return
    const wish = { zh: draft.zh.trim(), en: draft.en.trim(), until: until as EpochMs }
    const made = await save.run(() => api.announcement.make(version, wish))
    onDone()
    if (!made) return
    setDraft(fresh())
    showToast({ title: t('published') })
  }

  return (
    <form
      noValidate
      className={styles.part}
      aria-labelledby="announce-next"
      onSubmit={(event) => {
        event.preventDefault()
        void announce()
      }}
    >
      <header>
        <h3 id="announce-next" className={styles.title}>
          {t('next')}
        </h3>
        {replaces && <p className={styles.hint}>{t('nextHint')}</p>}
      </header>
      {save.failure?.code === 'setting_conflict' ? (
        <Banner tone="warning" title={t('changed')} />
      ) : (
        <Refused save={save} fields={fields} />
      )}
      <TextArea
        label={t('zh')}
        lang="zh-CN"
        rows={2}
        value={draft.zh}
        onValueChange={(zh) => change({ zh })}
        error={errorOf('zh')}
      />
      <TextArea
        label={t('en')}
        lang="en"
        rows={2}
        value={draft.en}
        onValueChange={(en) => change({ en })}
        error={errorOf('en')}
        description={t('one')}
      />
      <TextField
        label={t('end')}
        type="datetime-local"
        className={styles.end}
        value={draft.until}
        min={toLocalMinute(openedAt)}
        max={toLocalMinute(openedAt + limits.maxAnnouncementMs)}
        onValueChange={(next) => change({ until: next })}
        error={misses && until === undefined ? t('endMissing') : save.at('until')}
        description={t('endHint')}
      />
      <section className={styles.shown} aria-labelledby="announce-preview">
        <h4 id="announce-preview" className={styles.language}>
          {t('preview')}
        </h4>
        {hasWords ? <AnnouncementPreview words={draft} until={until} /> : <p className={styles.hint}>{t('nothing')}</p>}
      </section>
      <div className={styles.act}>
        <Button variant="primary" type="submit" loading={save.isSaving} disabled={!canSave}>
          {t('publish')}
        </Button>
      </div>
      {question}
    </form>
  )
}
