// Below a message that was not sent: why, and what one can do. It stays until retried or discarded (D5).
import type { ErrorCode } from '#protocol'
import type { TimelineMessage } from '../conversation/timeline.ts'
import { h } from '../dom/element.ts'
import type { Words } from '../i18n/en.ts'
import { TextButton } from './buttons.tsx'
import { copyText } from './copy-text.ts'
import type { View } from './view.ts'

const COPIED_FOR_MS = 2_000

export const errorWords = (code: ErrorCode | undefined, words: Words): string => {
  const known: Readonly<Record<string, string>> = words.error
  return (code && known[code]) ?? words.error.other
}

export type FailedMessageProps = {
  readonly view: View
  readonly own: NonNullable<TimelineMessage['own']>
  readonly text: string
}

export function FailedMessage({ view: { widget, words, local, set }, own, text }: FailedMessageProps) {
  const { failed, retry, copied, copy, discard } = words.message
  const copyIt = (): void => {
    void copyText(text).then((isCopied) => isCopied && set({ copied: own.cid }))
    widget.after(COPIED_FOR_MS, () => set({ copied: undefined }))
  }
  return (
    <div class="problem">
      <p>
        {failed}
        {own.code && ` · ${errorWords(own.code, words)}`}
      </p>
      <p class="failed-actions">
        <TextButton label={retry} press={() => widget.client.retry(own.cid)} />
        {text !== '' && <TextButton label={local.copied === own.cid ? copied : copy} press={copyIt} />}
        <TextButton label={discard} press={() => widget.client.discard(own.cid)} />
      </p>
    </div>
  )
}
