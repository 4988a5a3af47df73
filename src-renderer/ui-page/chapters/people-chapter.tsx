// Avatars, status, counts, waiting time, tags.
import { useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Count } from '../../ui/count.tsx'
import { StatusDot } from '../../ui/status-dot.tsx'
import { Tag, TagDots } from '../../ui/tag.tsx'
import { WaitingTime } from '../../ui/waiting-time.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

const targetMs = 120_000
const waits = [0, 42_000, 61_000, 119_000, 725_000, 3_725_000]
const names = ['李雷', '欧阳娜娜', 'Amy Chen', 'Jonas Weber', 'élodie', 'محمد علي', '🙂', '']

export function PeopleChapter() {
  const { people, inbox } = useWords()
  const [tags, setTags] = useState<readonly string[]>([inbox.vip, inbox.refund, inbox.shipping, inbox.longTag])
  return (
    <Specimens>
      <Specimen code="avatar · size 40, 32, 24, 20">
        <Avatar name={people.colleague} size={40} />
        <Avatar name={people.colleague} size={32} />
        <Avatar name={people.colleague} size={24} />
        <Avatar name={people.colleague} size={20} />
        <Avatar name={people.me} imageUrl={portrait} size={40} />
        <Avatar name={people.bot} size={40} bot />
      </Specimen>
      <Specimen code="avatar · any name">
        {names.map((name) => (
          <Avatar key={name} name={name} size={40} />
        ))}
      </Specimen>
      <Specimen code="avatar · status">
        {(['online', 'busy', 'away', 'offline'] as const).map((status) => (
          <Avatar key={status} name={people.colleagueLatin} size={40} status={status} />
        ))}
        {(['online', 'busy', 'away', 'offline'] as const).map((status) => (
          <Avatar key={status} name={people.colleague} size={24} status={status} />
        ))}
      </Specimen>
      <Specimen code="status-dot · showWord">
        {(['online', 'busy', 'away', 'offline'] as const).map((status) => (
          <StatusDot key={status} status={status} showWord />
        ))}
      </Specimen>
      <Specimen code="waiting-time · target 2:00">
        {waits.map((waitedMs) => (
          <WaitingTime key={waitedMs} waitedMs={waitedMs} targetMs={targetMs} />
        ))}
      </Specimen>
      <Specimen code="count · neutral, accent, alarm">
        <Count value={4} />
        <Count value={128} />
        <Count value={2} tone="accent" />
        <Count value={99} tone="accent" />
        <Count value={12} tone="alarm" />
      </Specimen>
      <Specimen code="tag · onRemove, long; tag-dots" wide>
        {tags.map((tag) => (
          <Tag key={tag} name={tag} onRemove={() => setTags(tags.filter((other) => other !== tag))} />
        ))}
        <Tag name={inbox.vip} />
        <TagDots names={[inbox.vip, inbox.refund, inbox.shipping]} />
      </Specimen>
    </Specimens>
  )
}

const portrait =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#c9dbe0"/><circle cx="20" cy="16" r="7" fill="#7a5a48"/><path d="M6 40a14 14 0 0 1 28 0" fill="#2f6f73"/></svg>',
  )
