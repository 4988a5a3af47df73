// Five conversations that show every state a row can have. Arrow keys move as they will in the real inbox.
import { useState } from 'react'
import { ConversationRow, type ConversationRowProps } from '../ui/conversation-row.tsx'
import { type SpecimenWords, useWords } from './specimen-words.ts'

type Sample = Omit<ConversationRowProps, 'selected'> & Readonly<{ id: string }>

const targetMs = 120_000

function samples({ people, inbox }: SpecimenWords): readonly Sample[] {
  const { lines } = inbox
  return [
    {
      id: 'past',
      name: people.visitorChinese,
      presence: 'online',
      preview: lines.refund,
      unread: 2,
      due: { leftMs: -72_000, level: 'past', isFirst: true },
      tags: [inbox.refund],
    },
    {
      id: 'near',
      name: people.visitor,
      presence: 'online',
      preview: lines.invoice,
      unread: 1,
      due: { leftMs: 44_000, level: 'near', isFirst: false },
      tags: [inbox.vip, inbox.refund],
      mark: { brief: 'P3', whole: inbox.urgent },
    },
    {
      id: 'typing',
      name: people.long,
      presence: 'online',
      preview: inbox.typing,
      previewTone: 'live',
      unread: 0,
      waitedMs: 42_000,
      targetMs,
    },
    {
      id: 'draft',
      name: 'Sofía Ibáñez',
      preview: inbox.draft,
      previewTone: 'live',
      unread: 0,
      stamp: '13:40',
      tags: [inbox.shipping],
    },
    { id: 'calm', name: '', presence: 'offline', preview: lines.long, unread: 0, stamp: inbox.yesterday },
  ]
}

export function SampleInbox({ label }: Readonly<{ label: string }>) {
  const all = samples(useWords())
  const [selected, setSelected] = useState(1)
  const move = (by: number): void => setSelected((before) => Math.min(all.length - 1, Math.max(0, before + by)))
  return (
    <div
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${label}-${selected}`.replaceAll(' ', '-')}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') move(1)
        if (event.key === 'ArrowUp') move(-1)
      }}
    >
      {all.map(({ id, ...row }, index) => (
        <ConversationRow
          key={id}
          {...row}
          id={`${label}-${index}`.replaceAll(' ', '-')}
          selected={index === selected}
          onClick={() => setSelected(index)}
        />
      ))}
    </div>
  )
}
