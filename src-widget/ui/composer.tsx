// Where the visitor writes: a field that grows, files, emoji, send. Enter sends, never in the middle of a word being composed.
import { limits } from '#protocol'
import { isSendKey } from '../compose/may-send.ts'
import { h } from '../dom/element.ts'
import { ToolButton } from './buttons.tsx'
import { EmojiPicker } from './emoji-picker.tsx'
import { errorWords } from './failed-message.tsx'
import { Icon } from './icons.tsx'
import { UploadTray } from './upload-tray.tsx'
import type { View, ViewProps } from './view.ts'

/** From here on the number of characters left is shown. */
const COUNT_FROM = 500

const insert = ({ composition, parts: { field }, set }: View, sign: string): void => {
  set({ isPickingEmoji: false })
  if (!field) return
  field.setRangeText(sign, field.selectionStart, field.selectionEnd, 'end')
  composition.write(field.value)
  field.focus()
}

export function Composer({ view }: ViewProps) {
  const { words, composition, parts, local, set } = view
  const verdict = composition.verdict()
  const refusal = composition.refusal()
  const left = limits.maxMessageLength - composition.text().trim().length
  const hint = verdict === 'uploading' ? words.file.wait : verdict === 'upload_failed' ? words.file.clear : ''
  const send = (event: Event): void => {
    event.preventDefault()
    if (composition.send()) parts.field?.focus()
  }
  return (
    <form class="composer" onsubmit={send}>
      <UploadTray view={view} />
      {refusal && (
        <p class="problem" role="alert">
          {errorWords(refusal, words)}
        </p>
      )}
      {local.isPickingEmoji && <EmojiPicker label={words.composer.emoji} pick={(sign) => insert(view, sign)} />}
      <textarea
        ref={(field) => (parts.field = field)}
        class="field"
        rows={1}
        value={composition.text()}
        placeholder={words.composer.placeholder}
        aria-label={words.composer.placeholder}
        dir="auto"
        enterkeyhint="send"
        oninput={(event) => composition.write(event.currentTarget.value)}
        onblur={composition.stopTyping}
        onkeydown={(event) => isSendKey(event) && send(event)}
      />
      <div class="tools">
        <ToolButton icon="attach" label={words.composer.attach} press={() => parts.picker?.click()} />
        <ToolButton
          icon="smile"
          label={words.composer.emoji}
          made={(button) => (parts.emojiButton = button)}
          expanded={local.isPickingEmoji}
          press={() => set({ isPickingEmoji: !local.isPickingEmoji })}
        />
        <p key="hint" class={left < 0 ? 'wide problem' : 'wide small'} role="status">
          {left <= COUNT_FROM ? words.composer.left(left) : hint}
        </p>
        <input
          ref={(picker) => (parts.picker = picker)}
          type="file"
          multiple
          hidden
          onchange={({ currentTarget: picker }) => {
            composition.addFiles([...(picker.files ?? [])])
            // The same file may be picked again.
            picker.value = ''
          }}
        />
        <button
          type="submit"
          class="send"
          aria-label={words.composer.send}
          title={words.composer.send}
          disabled={verdict !== 'ready'}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
