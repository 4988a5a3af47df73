// The frame in which one setting is added or changed: save, delete, what was refused, and what to do when somebody else was
// faster. The fields are the caller's.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './routing-settings.module.css'
import type { Save } from './use-save.ts'
import { useUnsaved } from './use-unsaved.tsx'

export type SettingDialogProps = Readonly<{
  title: string
  description?: string
  size?: 'medium' | 'large'
  isDirty: boolean
  save: Save
  /** Fields that show their own words. */
  fields: readonly string[]
  /** Grows with every try that found something wrong in the fields themselves. */
  misses: number
  onSave: () => void
  /** Into the what-if, for what has a say in routing. */
  onTry: (() => void) | undefined
  /** Somebody else saved: take theirs into the fields, or store mine all the same. */
  onTakeTheirs?: (() => void) | undefined
  onKeepMine?: (() => void) | undefined
  remove?: { readonly label: string; readonly question: string; readonly body: string; readonly act: () => void }
  onClose: () => void
  children: ReactNode
}>

const FORM = 'routing-setting'

export function SettingDialog(props: SettingDialogProps) {
  const { title, description, size = 'medium', isDirty, save, fields, misses, onSave, onTry, remove, onClose } = props
  const { t } = useTranslation('deskRouting')
  const { t: tWhatIf } = useTranslation('deskWhatIf')
  const { leave, question } = useUnsaved(isDirty)
  const form = useRef<HTMLFormElement>(null)
  const refusals = save.failure?.faults
  useEffect(() => {
    // The eye and the keyboard go to what has to be changed first.
    if (misses > 0 || refusals) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [misses, refusals])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leave(onClose)}
      title={title}
      description={description}
      size={size}
      footer={
        <>
          {remove !== undefined && <RemoveButton {...remove} isSaving={save.isSaving} />}
          <Button onClick={() => leave(onClose)}>{t('cancel')}</Button>
          {onTry && (
            <Button disabled={!isDirty} onClick={onTry}>
              {tWhatIf('tryOut')}
            </Button>
          )}
          <Button variant="primary" type="submit" form={FORM} loading={save.isSaving} disabled={!isDirty}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        <Refused save={save} fields={fields} onTakeTheirs={props.onTakeTheirs} onKeepMine={props.onKeepMine} />
        {props.children}
      </form>
      {question}
    </Dialog>
  )
}

type RefusedProps = Pick<SettingDialogProps, 'save' | 'fields' | 'onTakeTheirs' | 'onKeepMine'>

export function Refused({ save, fields, onTakeTheirs, onKeepMine }: RefusedProps) {
  const { t } = useTranslation('deskRouting')
  if (save.failure?.code === 'setting_conflict' && onTakeTheirs && onKeepMine)
    return (
      <Banner
        tone="warning"
        title={t('conflict.title')}
        actions={
          <>
            <Button size="small" onClick={onTakeTheirs}>
              {t('conflict.theirs')}
            </Button>
            <Button size="small" onClick={onKeepMine}>
              {t('conflict.mine')}
            </Button>
          </>
        }
      >
        {t('conflict.body')}
      </Banner>
    )
  const words = save.elsewhere(fields)
  return words === undefined ? null : (
    <Banner tone="danger" title={t('notSaved')}>
      {words}
    </Banner>
  )
}

function RemoveButton(props: NonNullable<SettingDialogProps['remove']> & Readonly<{ isSaving: boolean }>) {
  const { label, question, body, act, isSaving } = props
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button className={styles.remove} onClick={() => setAsks(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        danger
        loading={isSaving}
        title={question}
        body={body}
        confirmLabel={label}
        onConfirm={() => {
          setAsks(false)
          act()
        }}
      />
    </>
  )
}
