// Where an answer is written: text, files, emoji. The draft store is its memory; the outbox takes over when it is sent.
import { limits, type ConversationId } from '#protocol'
import { Paperclip, SendHorizontal, MessageSquareReply } from 'lucide-react'
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import type { Attachment } from '../../stores/attachment-store.ts'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { noDraft } from '../../stores/draft-store.ts'
import type { SoftLock } from '../../stores/soft-lock.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { lastOwnWords } from '../../stores/own-words.ts'
import { useQuoted } from '../../stores/use-quoted.ts'
import { Button } from '../../ui/button.tsx'
import { ComposerShell, composerInputClass } from '../../ui/composer-shell.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Quote } from '../../ui/quote.tsx'
import { openBlanks } from '../../stores/replies/reply-variables.ts'
import { AttachmentStrip } from './attachment-strip.tsx'
import { BlankStrip } from './blank-strip.tsx'
import { ColleagueStrip, LockHint } from './colleague-strip.tsx'
import { meaningOf } from './composer-keys.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { insertText } from '../../ui/insert-text.ts'
import { nameForPasted } from './pasted-name.ts'
import { ReplyList } from './reply-list.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useReplies } from './use-replies.ts'
import { useSoftLock } from './use-soft-lock.ts'
import styles from './composer.module.css'

const nothing: readonly Attachment[] = []
/** From here on the counter shows how much room is left. */
const countFrom = limits.maxMessageLength * 0.9

/** `aside`: what sending will do beside sending: take the conversation, or open it again. */
export type ComposerProps = Readonly<{ id: ConversationId; name: string; aside: 'takes' | 'reopens' | undefined }>

export function Composer({ id, name, aside }: ComposerProps) {
  const { t } = useTranslation('deskComposer')
  const { drafts, edits, attachments: attachmentStore, session, signals } = useDesk()
  const { client, self } = session
  const draft = useStore(drafts, (all) => all.get(id)) ?? noDraft
  const attachments = useStore(attachmentStore, (all) => all.get(id)) ?? nothing
  const sendKey = usePreference((preferences) => preferences.sendKey)
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLTextAreaElement>(null)
  const { picker: replyPicker, ...replies } = useReplies(id, draft, input)
  const picker = useRef<HTMLInputElement>(null)
  const { lock, isAsking, ask, stopAsking } = useSoftLock(id, draft)

  useEffect(() => signals.on('focusComposer', () => input.current?.focus()), [signals])

  const write = (text: string): void => {
    // What began as a quick reply and was thrown away is none.
    drafts.change(id, text === '' ? { text, reply: 0, blanks: [] } : { text })
    client.setTyping(id, text !== '')
    setProblem(undefined)
    stopAsking()
  }
  const attach = (files: readonly File[]): void => {
    const refused = attachmentStore.add(id, files)
    setProblem(
      refused.length === 0
        ? undefined
        : refused.map((one) => t('refused', { name: one.name, why: errorText(one.code) })).join('\n'),
    )
    input.current?.focus()
  }
  const isOver = useFileDrop(attach)

  const quoted = useQuoted(id, draft.quote)
  const blanks = openBlanks(draft.text, draft.blanks)
  const hasWaiting = attachments.length > 0
  const hasFailed = attachments.some(({ state }) => state.kind === 'failed')
  const canSend = (draft.text.trim() !== '' || draft.files.length > 0) && !hasWaiting
  const send = (anyway = false): void => {
    if (!canSend) return
    const [blank] = openBlanks(draft.text, draft.blanks)
    if (blank !== undefined) {
      replies.goToBlank(blank)
      return
    }
    if (lock && !anyway) {
      ask()
      return
    }
    // Told of their answer, one has seen it.
    const seen = lock ? client.state().conversations.get(id)?.summary.lastSeq : draft.seen
    const sent = client.send({
      conversation: id,
      seen: seen === 0 ? undefined : seen,
      text: draft.text,
      files: draft.files,
      quote: draft.quote === 0 ? undefined : draft.quote,
      reply: draft.reply === 0 ? undefined : draft.reply,
    })
    if (!sent.ok) {
      setProblem(errorText(sent.code))
      return
    }
    drafts.clear(id)
    client.setTyping(id, false)
    setProblem(undefined)
    stopAsking()
    input.current?.focus()
  }
  /** Back to what was said last, where the arrow has nowhere else to go. */
  const editLast = (): boolean => {
    if (draft.text !== '' || draft.files.length > 0 || hasWaiting) return false
    const state = client.state()
    const words = lastOwnWords(state, id, self.id, Date.now() + (state.clockAheadMs ?? 0))
    if (words) edits.begin(id, words)
    return words !== undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // oxlint-disable-next-line typescript/no-deprecated -- the only sign of an input method in Safari (see composer-keys.ts)
    const { isComposing, keyCode } = event.nativeEvent
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const press = { key, shiftKey, ctrlKey, metaKey, altKey, isComposing, keyCode }
    if (replies.onKey(press)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    switch (meaningOf(press, sendKey)) {
      case 'send':
        event.preventDefault()
        send()
        return
      case 'leave':
        event.preventDefault()
        event.stopPropagation()
        signals.moveInList(0)
        return
      case 'up':
        if (editLast()) event.preventDefault()
        return
      case 'type':
        return
    }
  }
  const keepWriting = (): void => {
    stopAsking()
    input.current?.focus()
  }
  const saysLock = lock !== undefined && (isAsking || (lock.kind === 'answered' && canSend))
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files]
    // Office programs put a picture of copied text beside the text; the text is what was meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    attach(files.map((file) => nameForPasted(file, new Date())))
  }

  return (
    <div className={styles.composer}>
      {replyPicker !== undefined && replies.facts !== undefined && (
        <ReplyList picker={replyPicker} facts={replies.facts} onInsert={replies.insert} />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <ComposerShell
        mode="reply"
        dropping={isOver}
        attachments={
          hasWaiting || draft.files.length > 0 || blanks.length > 0 || draft.quote !== 0 || saysLock ? (
            <>
              {saysLock && (
                <ColleagueStrip lock={lock} isAsking={isAsking} onSend={() => send(true)} onKeepWriting={keepWriting} />
              )}
              {draft.quote !== 0 && (
                <div className={styles.quote}>
                  <Quote
                    quoted={quoted}
                    onRemove={() => {
                      drafts.change(id, { quote: 0 })
                      input.current?.focus()
                    }}
                  />
                </div>
              )}
              <AttachmentStrip id={id} files={draft.files} attachments={attachments} />
              {blanks.length > 0 && <BlankStrip blanks={blanks} onGo={replies.goToBlank} />}
            </>
          ) : undefined
        }
        input={
          <textarea
            ref={input}
            dir="auto"
            rows={1}
            className={composerInputClass}
            aria-label={t('reply', { name })}
            placeholder={isOver ? t('drop') : t('reply', { name })}
            value={draft.text}
            onChange={(event) => {
              write(event.target.value)
              replies.moved(event.target)
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onSelect={(event) => replies.moved(event.currentTarget)}
            onFocus={replies.warm}
            onBlur={() => {
              replies.moved(undefined)
              client.setTyping(id, false)
            }}
            {...replies.aria}
          />
        }
        tools={
          <>
            <IconButton
              icon={Paperclip}
              label={t('attach')}
              tooltipSide="top"
              onClick={() => picker.current?.click()}
            />
            <IconButton
              icon={MessageSquareReply}
              label={t('replies')}
              keys="/"
              tooltipSide="top"
              onClick={replies.open}
            />
            <EmojiPicker disabled={false} onPick={(emoji) => insertText(input.current, emoji)} />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              aria-label={t('attach')}
              onChange={(event) => {
                attach([...(event.target.files ?? [])])
                // The same file may be picked again after it was removed.
                event.target.value = ''
              }}
            />
          </>
        }
        hint={
          <Hint
            length={draft.text.length}
            aside={aside}
            lock={saysLock ? undefined : lock}
            waiting={hasFailed ? 'failed' : hasWaiting ? 'uploading' : undefined}
          />
        }
        send={
          <Button variant="primary" size="small" icon={SendHorizontal} disabled={!canSend} onClick={() => send()}>
            {t('send')}
          </Button>
        }
      />
    </div>
  )
}

type HintProps = Readonly<{
  length: number
  aside: ComposerProps['aside']
  lock: SoftLock | undefined
  waiting: 'uploading' | 'failed' | undefined
}>

function Hint({ length, aside, lock, waiting }: HintProps) {
  const { t } = useTranslation('deskComposer')
  const format = useFormat()
  const sendKey = usePreference((preferences) => preferences.sendKey)
  if (length > countFrom) {
    const left = limits.maxMessageLength - length
    return (
      <span role="status" className={left < 0 ? styles.tooLong : undefined}>
        {left < 0
          ? t('tooLong', { count: -left, shown: format.number(-left) })
          : t('left', { count: left, shown: format.number(left) })}
      </span>
    )
  }
  if (waiting !== undefined) return <>{t(`files.${waiting}`)}</>
  if (lock !== undefined) return <LockHint lock={lock} />
  return <span className={styles.hint}>{t(aside ?? `hint.${sendKey}`)}</span>
}
