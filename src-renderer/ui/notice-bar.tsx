// A thin amber bar above the work: something about me that is not as I think, and the one press that mends it.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import bar from './connection-bar.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type NoticeBarProps = Readonly<{
  icon?: LucideIcon | undefined
  act?: Readonly<{ label: string; onPress: () => void; isBusy: boolean }> | undefined
  /** Without words nothing is drawn; the live region is there all the same, so that the first ones are announced. */
  children?: ReactNode | undefined
}>

export function NoticeBar({ icon, act, children }: NoticeBarProps) {
  if (children === undefined) return <div role="status" />
  return (
    <div role="status" className={classNames(bar.bar, bar.notice)}>
      {icon && <Icon of={icon} className={bar.icon} />}
      <span className={bar.words}>{children}</span>
      {act && (
        <button type="button" className={bar.act} disabled={act.isBusy} onClick={act.onPress}>
          {act.label}
        </button>
      )}
    </div>
  )
}
