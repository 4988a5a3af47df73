// What was said is put right here: in the place of the composer, whose draft waits. When the time is over meanwhile, the words go on as a new message.
import { PenLine, SendHorizontal } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ConversationId } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk, usePreference } from '../../stores/desk.ts'
import type { Edit } from '../../stores/edit-store.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useChangeable } from '../../stores/use-changeable.ts'
import { useRevise } from '../../stores/use-revise.ts'
import { Button } from '../../ui/button.tsx'
import { ComposerShell, composerInputClass } from '../../ui/composer-shell.tsx'
import { Icon } from '../../ui/icon.tsx'
import { meaningOf } from './composer-keys.ts'
import styles from './composer.module.css'
import strip from './edit-strip.module.css'

export type EditComposerProps = Readonly<{
  id: ConversationId
  edit: Edit
  /** There is a composer under it. */
  mayWrite: boolean
}>

export function EditComposer({ id, edit, mayWrite }: EditComposerProps) {
  const { t } = useTranslation('deskComposer')
  const { edits, session, signals } = useDesk()
  const sendKey = usePreference((preferences) => preferences.sendKey)
  const errorText = useErrorText()
  const { isInTime } = useChangeable(edit.of.at)
  const { writeAgain } = useRevise(id)
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLTextAreaElement>(null)
  const { of, text } = edit
  const isEmpty = text.trim() === ''

  useEffect(() => signals.on('focusComposer', () => input.current?.focus()), [signals])
  useEffect(() => {
    const area = input.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [of.cid])

  const leave = (): void => {
    edits.end(id)
    window.requestAnimationFrame(() => signals.focusComposer())
  }
  const save = (): void => {
    if (isEmpty || !isInTime) return
    if (text === of.text) {
      leave()
      return
    }
    const done = session.client.revise(id, of.cid, text)
    if (done.ok) leave()
    else setProblem(errorText(done.code))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // oxlint-disable-next-line typescript/no-deprecated -- the only sign of an input method in Safari (see composer-keys.ts)
    const { isComposing, keyCode } = event.nativeEvent
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const meaning = meaningOf({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing, keyCode }, sendKey)
    if (meaning !== 'send' && meaning !== 'leave') return
    event.preventDefault()
    event.stopPropagation()
    if (meaning === 'send') save()
    else leave()
  }
  const label = t(of.isNote ? 'edit.note' : 'edit.message')
  return (
    <div className={styles.composer}>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <ComposerShell
        mode={of.isNote ? 'note' : 'reply'}
        attachments={
          <div className={strip.strip} data-late={!isInTime || undefined}>
            <Icon of={PenLine} className={strip.sign} />
            <p role="status" className={strip.words}>
              {isInTime ? label : t('edit.late')}
              {isInTime && of.at !== undefined && <Until at={of.at} />}
            </p>
          </div>
        }
        input={
          <textarea
            ref={input}
            dir="auto"
            rows={1}
            className={composerInputClass}
            aria-label={label}
            value={text}
            onChange={(event) => {
              edits.change(id, event.target.value)
              setProblem(undefined)
            }}
            onKeyDown={onKeyDown}
          />
        }
        hint={<span className={styles.hint}>{t(isEmpty ? 'edit.empty' : `edit.hint.${sendKey}`)}</span>}
        send={
          <>
            <Button size="small" variant="quiet" keys="Escape" onClick={leave}>
              {t('edit.cancel')}
            </Button>
            {!isInTime && (mayWrite || of.isNote) ? (
              <Button
                size="small"
                variant="primary"
                disabled={isEmpty}
                onClick={() => {
                  edits.end(id)
                  writeAgain({ ...of, text, files: [], quote: 0 })
                }}
              >
                {t(of.isNote ? 'edit.asNote' : 'edit.asNew')}
              </Button>
            ) : (
              <Button
                size="small"
                variant="primary"
                icon={SendHorizontal}
                disabled={isEmpty || !isInTime}
                onClick={save}
              >
                {t('edit.save')}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}

/** By the clock on the wall: a countdown would hurry who puts something right. */
function Until({ at }: Readonly<{ at: NonNullable<Edit['of']['at']> }>) {
  const { t } = useTranslation('deskComposer')
  const format = useFormat()
  const { until } = useChangeable(at)
  return until === undefined ? null : <span className={strip.until}>{t('edit.until', { at: format.time(until) })}</span>
}
