// Above the conversation: who it is, how long they wait, whose it is, and what can be done with it, each with its key.
import {
  NO_AGENT,
  NO_CONVERSATION,
  chosenCloseReasons,
  type ConversationId,
  type ConversationSummary,
  type Offer,
} from '#protocol'
import type { ConversationView } from '#client/client-state.ts'
import {
  ArrowLeft,
  ArrowRightLeft,
  Check,
  EllipsisVertical,
  Hand,
  Inbox,
  NotebookPen,
  PanelRight,
  Undo2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useClient, useDesk, useOffice, usePreference, useSelf } from '../../stores/desk.ts'
import { useGroupNames } from '../../stores/use-group-names.ts'
import { useNow } from '../../stores/now-store.ts'
import { responseClock } from '../../stores/response-clock.ts'
import { useIsPair, useIsWide } from '../../stores/use-media.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { useWaitingWords } from '../../stores/waiting-words.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { WaitingTime } from '../../ui/waiting-time.tsx'
import { canTakeOver } from '../../stores/ownership.ts'
import { Company } from './company.tsx'
import styles from './conversation.module.css'

export function ConversationHeader({ view }: Readonly<{ view: ConversationView }>) {
  const { summary } = view
  const { t } = useTranslation('deskConversation')
  const visitorName = useVisitorName()
  const online = useClient(({ visitorsOnline }) => visitorsOnline.has(summary.visitor.id))
  const name = visitorName(summary.visitor)
  return (
    <header className={styles.header}>
      <BackToList />
      <Avatar name={name} size={32} status={online ? 'online' : 'offline'} decorative />
      <div className={styles.who}>
        <h1 className={styles.name} title={name}>
          <bdi>{name}</bdi>
        </h1>
        <State view={view} />
      </div>
      <Company view={view} />
      <Actions summary={summary} />
      <PanelToggle label={t('panel')} />
    </header>
  )
}

function BackToList() {
  const { t } = useTranslation('deskConversation')
  const { workspace, isAlone } = useDesk()
  const isPair = useIsPair()
  // A window of its own has no list to go back to.
  if (isPair || isAlone) return null
  const back = (): void => openConversation(workspace, NO_CONVERSATION)
  return <IconButton icon={ArrowLeft} label={t('back')} keys="Escape" onClick={back} />
}

function State({ view }: Readonly<{ view: ConversationView }>) {
  const { summary } = view
  const waiting = useWaitingWords(view, useGroupNames(), 'whole')
  const { t } = useTranslation('deskConversation')
  const { self } = useDesk().session
  const owner = useAgent(summary.owner)
  const words =
    summary.status === 'closed'
      ? t('state.closed')
      : summary.owner === NO_AGENT
        ? waiting || t('state.queued')
        : summary.owner === self.id
          ? t('state.mine')
          : t('state.with', { name: owner?.name ?? t('formerColleague') })
  return (
    <p className={styles.state}>
      <span className="truncate">{words}</span>
      {summary.status === 'open' && summary.waitingSince > 0 && <Waiting view={view} />}
      <Asked id={summary.id} />
    </p>
  )
}

/** A colleague of my choice is asked whether they take it over. */
function useQuestion(id: ConversationId): Offer | undefined {
  const { self } = useDesk().session
  const offer = useClient(({ offers }) => offers.get(id))
  return offer?.from === self.id ? offer : undefined
}

function Asked({ id }: Readonly<{ id: ConversationId }>) {
  const { t } = useTranslation('deskConversation')
  const question = useQuestion(id)
  const colleague = useAgent(question?.agent ?? NO_AGENT)
  return (
    <span role="status" className={styles.asked}>
      {question && (
        <span className="truncate">{t('state.asked', { name: colleague?.name ?? t('formerColleague') })}</span>
      )}
      {question && <AskedUntil until={question.until} />}
    </span>
  )
}

function AskedUntil({ until }: Readonly<{ until: number }>) {
  const format = useFormat()
  const now = useNow()
  // Read out once with the name; every second would be noise.
  return <span aria-hidden>{format.clock(Math.max(0, until - now))}</span>
}

function Waiting({ view }: Readonly<{ view: ConversationView }>) {
  const { t } = useTranslation('deskConversation')
  const now = useNow()
  const targets = useOffice((office) => office.targets)
  const waitedMs = Math.max(0, now - view.summary.waitingSince)
  return (
    <span className={styles.waiting}>
      <span aria-hidden>{t('state.waiting')}</span>
      <WaitingTime waitedMs={waitedMs} targetMs={responseClock(view, targets)?.targetMs} className={styles.clock} />
    </span>
  )
}

function Actions({ summary }: Readonly<{ summary: ConversationSummary }>) {
  const { t } = useTranslation('deskConversation')
  const { actions, workspace } = useDesk()
  const self = useSelf()
  const { id, owner, status } = summary
  const isMine = owner === self.id
  const mayMove = isMine || canTakeOver(self.role)
  const isAsked = useQuestion(summary.id) !== undefined
  const transfer = (): void => workspace.setState({ dialog: 'transfer' })
  if (status === 'closed') return null
  return (
    <div className={styles.actions}>
      {isAsked && (
        <Button icon={Undo2} onClick={() => void actions.takeQuestionBack(id)}>
          {t('action.takeBack')}
        </Button>
      )}
      {owner === NO_AGENT && (
        <Button variant="primary" icon={Hand} keys="A" onClick={() => void actions.take(id)}>
          {t('action.take')}
        </Button>
      )}
      {isMine && (
        <>
          {!isAsked && (
            <Tooltip label={t('action.transferTo')} keys="T">
              <Button icon={ArrowRightLeft} className={styles.roomy} onClick={transfer}>
                {t('action.transfer')}
              </Button>
            </Tooltip>
          )}
          <Tooltip label={t('action.closeResolved')} keys="E">
            <Button icon={Check} onClick={() => actions.close(id, 'resolved')}>
              {t('action.close')}
            </Button>
          </Tooltip>
        </>
      )}
      {(isMine || (mayMove && owner !== NO_AGENT)) && (
        <Menu align="end" trigger={<IconButton icon={EllipsisVertical} label={t('action.more')} />}>
          {!isMine && (
            <MenuItem icon={Hand} keys="A" onSelect={() => workspace.setState({ dialog: 'takeOver' })}>
              {t('action.takeOver')}
            </MenuItem>
          )}
          <MenuItem icon={ArrowRightLeft} keys="T" onSelect={transfer}>
            {t('action.transferTo')}
          </MenuItem>
          <MenuItem icon={NotebookPen} keys="N" onSelect={() => workspace.setState({ dialog: 'note' })}>
            {t('action.note')}
          </MenuItem>
          <MenuItem icon={Inbox} onSelect={() => void actions.putBack(id)}>
            {t('action.putBack')}
          </MenuItem>
          <MenuSeparator />
          <MenuGroup label={t('action.closeAs')}>
            {chosenCloseReasons.map((reason) => (
              <MenuItem
                key={reason}
                keys={reason === 'resolved' ? 'E' : undefined}
                onSelect={() => actions.close(id, reason)}
              >
                {t(`reason.${reason}`)}
              </MenuItem>
            ))}
          </MenuGroup>
        </Menu>
      )}
    </div>
  )
}

function PanelToggle({ label }: Readonly<{ label: string }>) {
  const { preferences, workspace } = useDesk()
  const isWide = useIsWide()
  const isOpen = usePreference(({ visitorOpen }) => visitorOpen)
  const toggle = (): void =>
    isWide
      ? preferences.setState({ visitorOpen: !isOpen })
      : workspace.setState(({ visitorOver }) => ({ visitorOver: !visitorOver }))
  return (
    <IconButton
      icon={PanelRight}
      label={label}
      keys="I"
      pressed={isWide ? isOpen : undefined}
      tooltipSide="bottom"
      onClick={toggle}
    />
  )
}
