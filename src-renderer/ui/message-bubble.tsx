// One message: who, what, when and where it is. Bubbles of one author and minute form a group; only its last shows the time.
import { Lock, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { Avatar } from './avatar.tsx'
import { classNames } from './class-names.ts'
import { type DeliveryState, DeliveryTicks } from './delivery-ticks.tsx'
import { EditedSign } from './edited-sign.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { MessageFailure } from './message-failure.tsx'
import styles from './message-bubble.module.css'

export type MessageKind = 'visitor' | 'mine' | 'colleague' | 'note' | 'bot'

export type MessageBubbleProps = Readonly<{
  kind: MessageKind
  /** The author's name; an empty one is named by kind. */
  author: string
  /** When it was written, ms since 1970. */
  at: number
  /** Where it stands in its group. */
  position?: 'single' | 'first' | 'middle' | 'last' | undefined
  /** Only for what our side sent. */
  state?: DeliveryState | undefined
  ledger?: string | undefined
  /** The ledger itself, behind the sign. */
  ledgerPanel?: ReactNode | undefined
  /** Why it failed, when more is known than "not sent". */
  problem?: string | undefined
  onRetry?: (() => void) | undefined
  /** What trying again means here, when it is more than that. */
  retryLabel?: string | undefined
  onCopy?: (() => void) | undefined
  /** Takes a failed message back for good. */
  onDiscard?: (() => void) | undefined
  /** Begins an answer to this very message. */
  onAnswer?: (() => void) | undefined
  /** When it was edited last, ms since 1970. */
  editedAt?: number | undefined
  /** What more can be done with it: one small button. */
  menu?: ReactNode | undefined
  /** What is to be said about it in words. */
  below?: ReactNode | undefined
  /** Pictures and file cards bring their own edge: no padding, no ground. */
  bare?: boolean | undefined
  children: ReactNode
}>

export function MessageBubble(props: MessageBubbleProps) {
  const {
    kind,
    author,
    at,
    position = 'single',
    state,
    ledger,
    ledgerPanel,
    editedAt,
    menu,
    children,
    bare = false,
    onAnswer,
  } = props
  const { t } = useTranslation('ui')
  const format = useFormat()
  const opensGroup = position === 'single' || position === 'first'
  const closesGroup = position === 'single' || position === 'last'
  const fallback = { visitor: 'message.visitor', bot: 'message.bot', mine: 'message.you' } as const
  const name = author !== '' || kind === 'colleague' || kind === 'note' ? author : t(fallback[kind])
  const isTold = state === 'sending' || state === 'failed' || editedAt !== undefined
  return (
    <article
      aria-label={`${kind === 'mine' ? t('message.you') : name}, ${format.time(at)}`}
      data-position={position}
      data-failed={state === 'failed' || undefined}
      className={classNames(styles.message, styles[kind])}
    >
      {opensGroup && <Header kind={kind} name={name} />}
      <div className={styles.line}>
        <div className={classNames(styles.bubble, bare && styles.bare)}>{children}</div>
        <div className={classNames(styles.meta, !closesGroup && !isTold && styles.onHover)}>
          {editedAt !== undefined && <EditedSign at={editedAt} of={at} />}
          <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
            {format.time(at)}
          </time>
          {state !== undefined && <DeliveryTicks state={state} ledger={ledger} panel={ledgerPanel} />}
        </div>
        {menu !== undefined && <span className={styles.menu}>{menu}</span>}
        {onAnswer && (
          <IconButton
            size="small"
            icon={Reply}
            label={t('quote.answer')}
            tooltipSide="top"
            className={styles.answer}
            onClick={onAnswer}
          />
        )}
      </div>
      {state === 'failed' && <MessageFailure {...props} problem={props.problem ?? t('message.failedKept')} />}
      {props.below}
    </article>
  )
}

function Header({ kind, name }: Readonly<{ kind: MessageKind; name: string }>) {
  const { t } = useTranslation('ui')
  if (kind === 'visitor' || kind === 'mine') return null
  return (
    <div className={styles.header}>
      <Avatar name={name} size={20} bot={kind === 'bot'} decorative />
      <bdi className={styles.name} title={name}>
        {name}
      </bdi>
      {kind === 'note' && (
        <span className={styles.private}>
          <Icon of={Lock} className={styles.lock} />
          {t('message.note')}
        </span>
      )}
    </div>
  )
}
