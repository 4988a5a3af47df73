// One conversation with every kind of author, grouped as the desk groups it.
import { DayBreak } from '../ui/day-break.tsx'
import { CalledText } from '../ui/called-text.tsx'
import { MessageBubble } from '../ui/message-bubble.tsx'
import { MessageText } from '../ui/message-text.tsx'
import { useWords } from './specimen-words.ts'

const minuteMs = 60_000
const start = Date.parse('2026-03-04T14:02:00')

export function SampleConversation() {
  const { talk, people } = useWords()
  return (
    <div>
      <DayBreak label={talk.today} />
      <MessageBubble kind="visitor" author={people.visitor} at={start} position="first">
        <MessageText text={talk.hello} />
      </MessageBubble>
      <MessageBubble kind="visitor" author={people.visitor} at={start} position="last">
        <MessageText text={talk.hello2} />
      </MessageBubble>
      <MessageBubble kind="bot" author={people.bot} at={start + minuteMs} state="read">
        <MessageText text={talk.bot} />
      </MessageBubble>
      <MessageBubble kind="note" author={people.colleague} at={start + 2 * minuteMs}>
        <p dir="auto">
          <CalledText text={`@${people.me} ${talk.note}`} called={[{ id: 1, name: people.me }]} me={1} />
        </p>
      </MessageBubble>
      <MessageBubble kind="mine" author={people.me} at={start + 3 * minuteMs} position="first" state="read">
        <MessageText text={talk.answer} />
      </MessageBubble>
      <MessageBubble
        kind="mine"
        author={people.me}
        at={start + 3 * minuteMs}
        position="last"
        state="read"
        ledger={talk.ledger}
      >
        <MessageText text={talk.answer2} />
      </MessageBubble>
      <MessageBubble kind="visitor" author={people.visitor} at={start + 5 * minuteMs}>
        <MessageText text={talk.thanks} />
      </MessageBubble>
      <MessageBubble kind="colleague" author={people.colleague} at={start + 6 * minuteMs} state="delivered">
        <MessageText text={talk.colleague} />
      </MessageBubble>
    </div>
  )
}
