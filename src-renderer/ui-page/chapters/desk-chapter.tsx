// All parts together in the measures of the desk: rail, list, conversation, visitor. Nothing behind it.
import { ArrowRightLeft, ChartNoAxesColumn, Ellipsis, Inbox, MessagesSquare, Settings, Users } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { RailItem } from '../../ui/rail-item.tsx'
import { ResizablePane } from '../../ui/resizable-pane.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TypingIndicator } from '../../ui/typing-indicator.tsx'
import { WaitingTime } from '../../ui/waiting-time.tsx'
import { SampleComposer } from '../sample-composer.tsx'
import { SampleConversation } from '../sample-conversation.tsx'
import { SampleInbox } from '../sample-inbox.tsx'
import { useWords } from '../specimen-words.ts'
import styles from './desk-chapter.module.css'

export function DeskChapter() {
  const [listPx, setListPx] = useState(320)
  const [sidePx, setSidePx] = useState(280)
  const { inbox, visitor } = useWords()
  return (
    <div className={styles.scroller}>
      <div className={styles.desk}>
        <Rail />
        <ResizablePane
          label={inbox.label}
          side="start"
          widthPx={listPx}
          onWidthChange={setListPx}
          minPx={240}
          maxPx={420}
          defaultPx={320}
          className={styles.list}
        >
          <List />
        </ResizablePane>
        <Conversation />
        <ResizablePane
          label={visitor.title}
          side="end"
          widthPx={sidePx}
          onWidthChange={setSidePx}
          minPx={220}
          maxPx={380}
          defaultPx={280}
          collapsible
        >
          <Visitor />
        </ResizablePane>
      </div>
    </div>
  )
}

function Rail() {
  const { sections, people } = useWords()
  const [active, setActive] = useState('inbox')
  const entries = [
    { id: 'inbox', icon: Inbox, keys: 'Mod+1', count: 2 },
    { id: 'all', icon: MessagesSquare, keys: 'Mod+2', count: 0 },
    { id: 'team', icon: Users, keys: 'Mod+3', count: 0 },
    { id: 'reports', icon: ChartNoAxesColumn, keys: 'Mod+4', count: 0 },
    { id: 'settings', icon: Settings, keys: 'Mod+,', count: 0 },
  ] as const
  return (
    <div className={styles.rail}>
      <Avatar name={people.me} status="online" size={32} className={styles.me} />
      {entries.map(({ id, icon, keys, count }) => (
        <RailItem
          key={id}
          label={sections[id]}
          icon={icon}
          keys={keys}
          count={count}
          active={active === id}
          onSelect={() => setActive(id)}
        />
      ))}
    </div>
  )
}

function List() {
  const { choice, inbox } = useWords()
  const [view, setView] = useState<'mine' | 'queue'>('mine')
  return (
    <>
      <div className={styles.listHead}>
        <SegmentedControl
          label={choice.tabs}
          value={view}
          onValueChange={setView}
          segments={[
            { value: 'mine', label: `${choice.mine} 4` },
            { value: 'queue', label: `${choice.queue} 2` },
          ]}
        />
      </div>
      <div className={styles.rows}>
        <SampleInbox label={inbox.label} />
      </div>
    </>
  )
}

function Conversation() {
  const { people, act, talk, inbox } = useWords()
  return (
    <div className={styles.conversation}>
      <div className={styles.head}>
        <bdi className={styles.name}>{people.visitor}</bdi>
        <Tag name={inbox.refund} />
        <WaitingTime waitedMs={76_000} targetMs={120_000} />
        <span className={styles.gap} />
        <Button size="small" variant="quiet" icon={ArrowRightLeft} keys="T">
          {act.transfer}
        </Button>
        <IconButton size="small" label={act.more} icon={Ellipsis} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container needs the focus for arrow keys */}
      <div className={styles.messages} role="log" aria-label={people.visitor} tabIndex={0}>
        <div className={styles.column}>
          <SampleConversation />
        </div>
      </div>
      <div className={styles.foot}>
        <div className={styles.typing}>
          <TypingIndicator name={people.visitor} preview={talk.preview} />
        </div>
        <SampleComposer />
      </div>
    </div>
  )
}

function Visitor() {
  const { people, visitor, inbox } = useWords()
  return (
    <div className={styles.visitor}>
      <div className={styles.who}>
        <Avatar name={people.visitor} size={40} decorative />
        <bdi className="truncate">{people.visitor}</bdi>
      </div>
      <dl className={styles.facts}>
        <dt>{visitor.page}</dt>
        <dd>/cart</dd>
        <dt>{visitor.place}</dt>
        <dd>{visitor.placeText}</dd>
        <dt>{visitor.device}</dt>
        <dd>Chrome 144</dd>
        <dt>{visitor.since}</dt>
        <dd>{visitor.sinceText}</dd>
        <dt>{visitor.why}</dt>
        <dd>{visitor.whyText}</dd>
      </dl>
      <div className={styles.tags}>
        <Tag name={inbox.vip} />
        <Tag name={inbox.refund} />
      </div>
    </div>
  )
}
