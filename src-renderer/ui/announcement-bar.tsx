// A calm strip above the work: what leaders tell everybody. It is read and put away; nothing is asked of anybody.
import { Megaphone } from 'lucide-react'
import bar from './connection-bar.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type AnnouncementBarProps = Readonly<{
  text: string
  /** In words. */
  until: string
  dismiss?: Readonly<{ label: string; onPress: () => void }> | undefined
}>

export function AnnouncementBar({ text, until, dismiss }: AnnouncementBarProps) {
  return (
    <div className={classNames(bar.bar, bar.announcement)}>
      <Icon of={Megaphone} className={bar.icon} />
      <p className={bar.words} dir="auto">
        {text} <span className={bar.until}>{until}</span>
      </p>
      {dismiss && (
        <button type="button" className={bar.act} onClick={dismiss.onPress}>
          {dismiss.label}
        </button>
      )}
    </div>
  )
}
