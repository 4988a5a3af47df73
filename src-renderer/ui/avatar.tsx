// A face, or initials on the hue of the name. With a status it carries the status dot and says the word.
import { Avatar as Base } from '@base-ui/react/avatar'
import { Bot } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './avatar.module.css'
import { classNames } from './class-names.ts'
import { initialsOf } from './initials.ts'
import { personHue } from './person-hue.ts'
import { type AgentStatus, StatusDot } from './status-dot.tsx'

export type AvatarSize = 20 | 24 | 32 | 40

export type AvatarProps = Readonly<{
  name: string
  imageUrl?: string | undefined
  size?: AvatarSize | undefined
  status?: AgentStatus | undefined
  bot?: boolean | undefined
  /** The name stands beside it: the picture says nothing to screen readers (the status still does). */
  decorative?: boolean | undefined
  className?: string | undefined
}>

export function Avatar(props: AvatarProps) {
  const { name, imageUrl, size = 32, status, bot = false, decorative = false, className } = props
  const { t } = useTranslation('ui')
  const who = name.trim() === '' ? t('person.unnamed') : name
  const spoken = status === undefined ? who : t('person.withStatus', { name: who, status: t(`status.${status}`) })
  return (
    <span
      role={decorative ? undefined : 'img'}
      aria-label={decorative ? undefined : spoken}
      title={decorative ? undefined : who}
      data-person
      style={
        {
          '--person-hue': personHue(name),
          '--avatar-size': `${size}px`,
          '--avatar-dot': size > 24 ? '10px' : '8px',
        } as CSSProperties
      }
      className={classNames(styles.avatar, bot && styles.bot, className)}
    >
      <Base.Root className={styles.disc} aria-hidden>
        {imageUrl !== undefined && <Base.Image src={imageUrl} alt="" className={styles.image} />}
        <Base.Fallback className={styles.initials}>
          {bot ? <Bot size={Math.round(size * 0.56)} strokeWidth={1.75} /> : initialsOf(name)}
        </Base.Fallback>
      </Base.Root>
      {status !== undefined && <StatusDot status={status} silent={!decorative} className={styles.status} />}
    </span>
  )
}
