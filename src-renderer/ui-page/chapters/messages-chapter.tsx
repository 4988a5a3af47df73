// Messages: every author, every state, groups, days, typing.
import { DayBreak, UnreadBreak } from '../../ui/day-break.tsx'
import { type DeliveryState, DeliveryTicks } from '../../ui/delivery-ticks.tsx'
import { MessageBubble } from '../../ui/message-bubble.tsx'
import { MessageText } from '../../ui/message-text.tsx'
import { TypingIndicator } from '../../ui/typing-indicator.tsx'
import { SampleConversation } from '../sample-conversation.tsx'
import { Quote } from '../../ui/quote.tsx'
import { ReplyText } from '../../ui/reply-text.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

const at = Date.parse('2026-03-04T14:05:00')
const states: readonly DeliveryState[] = ['sending', 'stored', 'delivered', 'read', 'failed']

export function MessagesChapter() {
  const { talk, people, inbox } = useWords()
  return (
    <Specimens>
      <Specimen code="message-bubble · a conversation" layout="column" wide>
        <div style={{ maxInlineSize: 720 }}>
          <SampleConversation />
        </div>
      </Specimen>
      <Specimen code="message-bubble · state" layout="column">
        <div>
          {states.map((state) => (
            <MessageBubble
              key={state}
              kind="mine"
              author={people.me}
              at={at}
              state={state}
              ledger={state === 'read' ? talk.ledger : undefined}
              onRetry={() => undefined}
              onCopy={() => undefined}
            >
              <MessageText text={talk.answer} />
            </MessageBubble>
          ))}
        </div>
      </Specimen>
      <Specimen code="quote · of a message, of one that is not loaded" layout="column">
        <div>
          <Quote quoted={{ name: people.visitor, text: talk.hello2 }} onRemove={() => undefined} />
          <Quote quoted={undefined} />
        </div>
      </Specimen>
      <Specimen code="reply-text · filled in, missing" layout="column">
        <ReplyText
          parts={[
            { kind: 'text', text: `${talk.hello2} ` },
            { kind: 'value', text: people.visitor },
            { kind: 'text', text: ', ' },
            { kind: 'blank', name: 'SF-20418' },
          ]}
        />
      </Specimen>
      <Specimen code="message-bubble · problem, long words, right to left" layout="column">
        <div>
          <MessageBubble
            kind="mine"
            author={people.me}
            at={at}
            state="failed"
            problem={talk.tooLong}
            onCopy={() => undefined}
          >
            <MessageText text={inbox.lines.long} />
          </MessageBubble>
          <MessageBubble kind="visitor" author={people.visitor} at={at}>
            <MessageText text={`Pneumonoultramicroscopicsilicovolcanoconiosis_${'x'.repeat(60)}`} />
          </MessageBubble>
          <MessageBubble kind="visitor" author={people.visitor} at={at}>
            <MessageText text={'مرحبا، أين طلبي رقم SF-20418؟\nSecond line, left to right.'} />
          </MessageBubble>
        </div>
      </Specimen>
      <Specimen code="delivery-ticks">
        {states.map((state) => (
          <DeliveryTicks key={state} state={state} />
        ))}
      </Specimen>
      <Specimen code="day-break, unread-break" layout="column">
        <DayBreak label={talk.today} />
        <UnreadBreak />
      </Specimen>
      <Specimen code="typing-indicator · preview" layout="column">
        <TypingIndicator name={people.visitor} />
        <TypingIndicator name={people.visitorChinese} preview={talk.preview} />
        <TypingIndicator name={people.long} preview={inbox.lines.long} />
      </Specimen>
    </Specimens>
  )
}
