// Messages of one author within one minute: a face and a name once, the time once, states in words.
import { showsState, type MessageGroup as Group } from '../conversation/timeline.ts'
import { h } from '../dom/element.ts'
import { Face } from './face.tsx'
import { FailedMessage } from './failed-message.tsx'
import { FileView } from './file-view.tsx'
import { MessageText } from './message-text.tsx'
import type { View } from './view.ts'

export type MessageGroupProps = { readonly view: View; readonly group: Group; readonly name: string | undefined }

export function MessageGroup({ view, group, name }: MessageGroupProps) {
  const { words, time } = view
  const { author, messages, at, key: groupKey } = group
  const isMine = author.kind === 'visitor'
  const isBot = author.kind === 'bot'
  const clock = (): JSX.Element => <time title={time.full(at)}>{time.clock(at)}</time>
  return (
    <div key={groupKey} class={isMine ? 'group mine' : 'group'}>
      {!isMine && <Face name={name} isBot={isBot} />}
      <div class="group-messages">
        {isMine ? (
          <p class="hidden">{words.person.you}</p>
        ) : (
          <p class="group-head small">
            <span class="name strong" dir="auto">
              {name ?? (isBot ? words.person.bot : words.person.team)}
            </span>
            {clock()}
          </p>
        )}
        {messages.map(({ key, text, files, own, editedAt }, index) => (
          <div key={key} class={own?.state === 'failed' ? 'message-place failed' : 'message-place'}>
            <div class="message" data-key={key} title={own && words.message[own.state]}>
              {text !== '' && <MessageText text={text} />}
              {files.map((file) => (
                <FileView view={view} file={file} />
              ))}
            </div>
            {own?.state === 'failed' && <FailedMessage view={view} own={own} text={text} />}
            {editedAt && (
              <p class="state small" title={time.full(editedAt)}>
                {words.message.edited}
              </p>
            )}
            {own && own.state !== 'failed' && showsState(messages, index) && (
              <p class="state small">
                {index === messages.length - 1 && clock()}
                <span>{words.message[own.state]}</span>
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
