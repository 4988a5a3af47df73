// One row of the inbox, bound to its conversation. Only a row whose visitor waits turns with the clock.
import { NO_AGENT, type AgentId, type ConversationId, type ConversationSummary, type GroupId } from '#protocol'
import { memo, type ComponentProps, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useClient, useConversation, useDesk, useOffice } from '../../stores/desk.ts'
import { useMinute, useNow } from '../../stores/now-store.ts'
import type { ConversationView } from '#client/client-state.ts'
import { clockLevel, responseClock, type ResponseClock } from '../../stores/response-clock.ts'
import { useLastLine } from '../../stores/use-last-line.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { useQueueMark } from '../../stores/use-queue-mark.ts'
import { useWaitingWords } from '../../stores/waiting-words.ts'
import { classNames } from '../../ui/class-names.ts'
import { ConversationRow } from '../../ui/conversation-row.tsx'
import styles from './inbox.module.css'

type RowProps = Omit<ComponentProps<typeof ConversationRow>, 'name' | 'preview' | 'unread' | 'selected'>

export type InboxRowProps = Readonly<{
  id: ConversationId
  selected: boolean
  /** No longer in this view; kept in place while a hand is in the list. */
  gone: boolean
  /** Must be stable. */
  groupName: (group: GroupId) => string
}> &
  Omit<RowProps, 'id'>

export const InboxRow = memo(function InboxRow({ id, ...row }: InboxRowProps) {
  const view = useConversation(id)
  return view === undefined ? <div /> : <BoundRow view={view} {...row} />
})

/** What a colleague has not read, or what is over, asks nothing of me. */
const concernsMe = ({ status, owner }: ConversationSummary, me: AgentId): boolean =>
  status === 'open' && (owner === me || owner === NO_AGENT)

type BoundProps = Omit<InboxRowProps, 'id'> & Readonly<{ view: ConversationView }>

function BoundRow({ view, gone, groupName, className, ...rest }: BoundProps) {
  const { summary } = view
  const { session } = useDesk()
  const visitorName = useVisitorName()
  const online = useClient(({ visitorsOnline }) => visitorsOnline.has(summary.visitor.id))
  const { preview, tone } = usePreview(
    summary,
    view.typing.some(({ kind }) => kind === 'visitor'),
    gone,
  )
  const waiting = useWaitingWords(view, groupName, 'brief')
  const mark = useQueueMark(view)
  const targets = useOffice((office) => office.targets)
  const clock = responseClock(view, targets)
  const row: ComponentProps<typeof ConversationRow> = {
    ...rest,
    name: visitorName(summary.visitor),
    presence: online ? 'online' : 'offline',
    preview: waiting === '' || gone ? preview : <WithWords words={waiting} line={preview} />,
    previewTone: tone,
    unread: gone || !concernsMe(summary, session.self.id) ? 0 : summary.unread,
    tags: summary.visitor.tags,
    mark: gone ? undefined : mark,
    className: classNames(gone && styles.gone, className),
  }
  const isWaiting = summary.status === 'open' && summary.waitingSince > 0 && !gone
  if (isWaiting && clock) return <DueRow row={row} clock={clock} />
  return isWaiting ? <WaitingRow row={row} since={summary.waitingSince} /> : <StampedRow row={row} summary={summary} />
}

function WithWords({ words, line }: Readonly<{ words: string; line: ReactNode }>) {
  return (
    <>
      <bdi className={styles.words}>{words}</bdi> {line}
    </>
  )
}

function DueRow({ row, clock }: Readonly<{ row: ComponentProps<typeof ConversationRow>; clock: ResponseClock }>) {
  const now = useNow()
  const { dueAt, isFirst } = clock
  return <ConversationRow {...row} due={{ leftMs: dueAt - now, level: clockLevel(clock, now), isFirst }} />
}

/** Nothing was promised, or it is a message left: the time alone. */
function WaitingRow({ row, since }: Readonly<{ row: ComponentProps<typeof ConversationRow>; since: number }>) {
  const now = useNow()
  return <ConversationRow {...row} waitedMs={Math.max(0, now - since)} />
}

function StampedRow({
  row,
  summary,
}: Readonly<{ row: ComponentProps<typeof ConversationRow>; summary: ConversationSummary }>) {
  const format = useFormat()
  const minute = useMinute()
  return <ConversationRow {...row} stamp={format.stamp(summary.lastMessage?.at ?? summary.openedAt, minute)} />
}

/** What matters most of: gone, a draft of mine, the visitor typing, the last line. */
function usePreview(
  summary: ConversationSummary,
  typing: boolean,
  gone: boolean,
): { preview: ReactNode; tone: 'plain' | 'live' } {
  const { t } = useTranslation('deskInbox')
  const { session, drafts } = useDesk()
  const draft = useStore(drafts, (all) => all.get(summary.id)?.text.trim())
  const author = summary.lastMessage?.author
  const writer = useAgent((author?.kind === 'agent' ? author.id : 0) as AgentId)
  const owner = useAgent(summary.owner)
  const lastLine = useLastLine()
  if (gone) {
    const words =
      summary.status === 'closed'
        ? t('row.closed')
        : summary.owner === session.self.id
          ? t('row.nowYours')
          : owner
            ? t('row.nowWith', { name: owner.name })
            : t('row.queued')
    return { preview: words, tone: 'plain' }
  }
  if (typing) return { preview: t('row.typing'), tone: 'live' }
  if (draft !== undefined && draft !== '') return { preview: t('row.draft', { text: draft }), tone: 'live' }
  const line = lastLine(summary.lastMessage) ?? t('row.empty')
  if (author?.kind === 'system') return { preview: t('row.said', { who: t('row.automatic'), line }), tone: 'plain' }
  if (author?.kind !== 'agent') return { preview: line, tone: 'plain' }
  const who = author.id === session.self.id ? t('row.you') : (writer?.name ?? '')
  return { preview: t('row.said', { who, line }), tone: 'plain' }
}
