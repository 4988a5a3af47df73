// The dialog in which something is handed to a colleague or a group. Search, arrows and Enter; no mouse needed.
import { Search } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TargetList } from './target-list.tsx'
import styles from './transfer.module.css'
import type { MoveForm } from './use-move-form.ts'

type Props = Readonly<{
  form: MoveForm
  title: string
  /** What the button says once somebody is chosen. */
  confirmLabel: string
  blocked?: boolean
  loading?: boolean
  onConfirm: () => void
  onClose: () => void
  /** Between whom and the note. */
  children?: ReactNode
}>

export function MoveDialog({ form, title, confirmLabel, blocked, loading, onConfirm, onClose, children }: Props) {
  const { t } = useTranslation('deskTransfer')
  const search = useRef<HTMLInputElement>(null)
  const { targets, target, noteLeft } = form
  const isReady = target !== undefined && noteLeft >= 0 && !blocked
  const confirm = (event: KeyboardEvent): void => {
    const isWanted = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
    if (isWanted && isReady && !loading) onConfirm()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      initialFocus={search}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" keys="Mod+Enter" loading={loading} disabled={!isReady} onClick={onConfirm}>
            {target ? confirmLabel : t('choose')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          ref={search}
          hideLabel
          label={t('search')}
          placeholder={t('search')}
          icon={Search}
          value={form.typed}
          onValueChange={form.type}
          onKeyDown={(event) => {
            confirm(event)
            if (event.key === 'ArrowDown')
              document.querySelector<HTMLElement>(`.${styles.list ?? ''} [tabindex="0"]`)?.focus()
          }}
        />
        <TargetList targets={targets} chosen={target?.key} onChoose={form.choose} />
        {children}
        <TextArea
          label={t('note')}
          description={t('noteHint')}
          optional
          rows={2}
          maxRows={5}
          value={form.note}
          onValueChange={form.write}
          onKeyDown={confirm}
          error={noteLeft < 0 ? t('noteTooLong', { count: -noteLeft }) : undefined}
        />
      </div>
    </Dialog>
  )
}
