// What happens in the composer, without the screen: the text and its draft, files, the typing sign, sending.
import { limits, NO_CONVERSATION, type ErrorCode } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { currentConversation } from '../conversation/visible-conversations.ts'
import { createListeners } from '../visitor/listeners.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import { emptyDraft, type DraftKeeper } from './draft.ts'
import { judgeDraft, type SendVerdict } from './may-send.ts'
import { uploadedFiles, type PickedFile, type UploadList } from './upload-list.ts'

/** A pause this long counts as having stopped: shorter than the sign takes to fade by itself. */
const TYPING_PAUSE_MS = limits.typingFadesMs - 1_000

export type CompositionOptions<Picked extends PickedFile> = {
  readonly client: Pick<VisitorClient, 'state' | 'send' | 'setTyping'>
  readonly drafts: DraftKeeper
  readonly uploads: UploadList<Picked>
  readonly after: (delayMs: number, task: () => void) => Cancel
  /** Whether the visitor writes here: their words are never replaced under their hands. */
  readonly isWriting: () => boolean
}

export type Composition<Picked extends PickedFile = File> = {
  text(): string
  /** Why the last thing was not taken, until something changes. */
  refusal(): ErrorCode | undefined
  verdict(): SendVerdict
  subscribe(listener: () => void): Cancel
  write(text: string): void
  addFiles(files: readonly Picked[]): void
  stopTyping(): void
  /** @returns whether it went into the outbox. */
  send(): boolean
}

export const createComposition = <Picked extends PickedFile>(
  options: CompositionOptions<Picked>,
): Composition<Picked> => {
  const { client, drafts, uploads } = options
  const listeners = createListeners()
  let { text } = drafts.read()
  let refusal: ErrorCode | undefined
  let cancelPause: Cancel | undefined

  const keep = (): void => drafts.write({ text, files: uploadedFiles(uploads.all()) })

  const refuse = (code: ErrorCode | undefined): void => {
    refusal = code
    listeners.notify()
  }

  const tellTyping = (isTyping: boolean): void => {
    const conversation = currentConversation(client.state().conversations)?.summary
    cancelPause?.()
    cancelPause = isTyping ? options.after(TYPING_PAUSE_MS, () => tellTyping(false)) : undefined
    if (conversation?.status === 'open') client.setTyping(conversation.id, isTyping)
  }

  const stopTyping = (): void => {
    if (cancelPause) tellTyping(false)
  }

  uploads.restore(drafts.read().files)
  uploads.subscribe(() => {
    keep()
    listeners.notify()
  })
  drafts.onChanged(() => {
    if (options.isWriting()) return
    const draft = drafts.read()
    text = draft.text
    uploads.restore(draft.files)
    listeners.notify()
  })

  return {
    text: () => text,
    refusal: () => refusal,
    verdict: () => judgeDraft(text, uploads.all()),
    subscribe: listeners.add,
    stopTyping,
    write(next) {
      text = next
      keep()
      tellTyping(next !== '')
      refuse(undefined)
    },
    addFiles(files) {
      if (files.length > 0) refuse(uploads.add(files))
    },
    send() {
      if (judgeDraft(text, uploads.all()) !== 'ready') return false
      const sent = client.send({ conversation: NO_CONVERSATION, text, files: uploadedFiles(uploads.all()) })
      if (sent.ok) {
        stopTyping()
        text = ''
        drafts.write(emptyDraft)
        uploads.clear()
      }
      refuse(sent.ok ? undefined : sent.code)
      return sent.ok
    },
  }
}
