// One conversation in the inbox: who, the last line, how long they wait, what is unread. A listbox option; the list owns
// the keyboard and passes its props through. Comfortable density has two lines, compact one.
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from './avatar.tsx'
import { classNames } from './class-names.ts'
import styles from './conversation-row.module.css'
import { Count } from './count.tsx'
import { Check } from 'lucide-react'
import { DueTime, type DueTimeProps } from './due-time.tsx'
import { Icon } from './icon.tsx'
import type { AgentStatus } from './status-dot.tsx'
import { TagDots } from './tag.tsx'
import { WaitingTime } from './waiting-time.tsx'

export type ConversationRowProps = Omit<ComponentProps<'div'>, 'title' | 'children' | 'role'> &
  Readonly<{
    name: string
    imageUrl?: string | undefined
    /** Whether the visitor is on the page now. */
    presence?: Extract<AgentStatus, 'online' | 'offline'> | undefined
    /** The last line, or what stands in for it: "typing", a draft. */
    preview: ReactNode
    /** Draws the preview in the accent: a draft waits, or the visitor is typing. */
    previewTone?: 'plain' | 'live' | undefined
    unread: number
    tags?: readonly string[] | undefined
    /** What puts it before others: two or three letters, and the same in words. */
    mark?: Readonly<{ brief: string; whole: string }> | undefined
    /** Set while the visitor waits for an answer; otherwise `stamp` shows. */
    waitedMs?: number | undefined
    targetMs?: number | undefined
    /** Where an answer was promised: counts down instead of up. */
    due?: DueTimeProps | undefined
    /** When the last thing happened, in words: format.stamp(). */
    stamp?: string | undefined
    selected: boolean
    /** Whether it is picked for doing something with many; undefined where nothing is picked. A click on `[data-pick]` is meant for it. */
    picked?: boolean | undefined
  }>

export function ConversationRow(props: ConversationRowProps) {
  const { name, imageUrl, presence, preview, previewTone = 'plain', unread, tags = [], ...rest } = props
  const { waitedMs, targetMs, due, stamp, mark, selected, picked, className, ...native } = rest
  const { t } = useTranslation('ui')
  const shownName = name.trim() === '' ? t('person.unnamed') : name
  return (
    <div
      {...native}
      role="option"
      aria-selected={selected}
      data-unread={unread > 0 || undefined}
      data-picking={picked !== undefined || undefined}
      className={classNames(styles.row, className)}
    >
      <span data-pick className={styles.face}>
        <Avatar name={name} imageUrl={imageUrl} status={presence} size={40} decorative className={styles.avatar} />
        <span aria-hidden className={styles.pick} data-picked={picked || undefined}>
          <Icon of={Check} className={styles.tick} />
        </span>
      </span>
      <div className={styles.lines}>
        <div className={styles.line}>
          <bdi className={styles.name} title={shownName}>
            {shownName}
          </bdi>
          <span className={styles.side}>
            <TagDots names={tags} />
            {mark && (
              <span className={styles.mark} title={mark.whole}>
                <span aria-hidden>{mark.brief}</span>
                <span className="spoken">{mark.whole}</span>
              </span>
            )}
            {due ? (
              <DueTime {...due} />
            ) : waitedMs === undefined ? (
              <span className={styles.stamp}>{stamp}</span>
            ) : (
              <WaitingTime waitedMs={waitedMs} targetMs={targetMs} />
            )}
          </span>
        </div>
        <div className={styles.line}>
          <span className={styles.preview} data-tone={previewTone} dir="auto">
            {preview}
          </span>
          <Count value={unread} tone="accent" spoken={t('count.unread', { count: unread })} className={styles.unread} />
        </div>
      </div>
    </div>
  )
}
