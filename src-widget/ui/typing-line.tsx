// Somebody on the other side is writing.
import type { Author, AgentId } from '#protocol'
import { h } from '../dom/element.ts'
import { Face } from './face.tsx'
import type { View } from './view.ts'

export function TypingLine({ view: { widget, words }, writer }: { readonly view: View; readonly writer: Author }) {
  const isBot = writer.kind === 'bot'
  const name = widget.agentNames.get().get(writer.id as AgentId)
  return (
    <p class="typing small">
      <Face name={name} isBot={isBot} />
      <span class="name" dir="auto">
        {name ?? (isBot ? words.person.bot : words.person.team)}
      </span>
      <span role="status">{words.typing}</span>
    </p>
  )
}
