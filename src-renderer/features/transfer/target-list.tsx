// The colleagues and groups one may hand something over to, with who is there and how much they have: one radio group, arrows move.
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { Users } from 'lucide-react'
import { useId, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useColleagues, type Colleague } from '../../stores/agent-load.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './transfer.module.css'

export type Target = { readonly key: string; readonly name: string } & (
  | { readonly colleague: Colleague }
  | { readonly group: GroupRow }
)

type ListProps = Readonly<{
  targets: readonly Target[]
  chosen: string | undefined
  onChoose: (key: string) => void
}>

export function TargetList({ targets, chosen, onChoose }: ListProps) {
  const { t } = useTranslation('deskTransfer')
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
    const next = options[options.indexOf(document.activeElement as HTMLElement) + step]
    next?.focus()
    next?.click()
  }
  if (targets.length === 0) return <p className={styles.none}>{t('none')}</p>
  const tabStop = targets.some(({ key }) => key === chosen) ? chosen : targets[0]?.key
  return (
    <div
      ref={list}
      role="radiogroup"
      tabIndex={-1}
      aria-label={t('colleagues')}
      className={styles.list}
      onKeyDown={move}
    >
      {targets.map((target) => (
        <Option
          key={target.key}
          target={target}
          isChosen={target.key === chosen}
          isTabStop={target.key === tabStop}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

type OptionProps = Readonly<{
  target: Target
  isChosen: boolean
  isTabStop: boolean
  onChoose: (key: string) => void
}>

function Option({ target, isChosen, isTabStop, onChoose }: OptionProps) {
  const id = useId()
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-labelledby={`${id}-name ${id}-state`}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.option}
      onClick={() => onChoose(target.key)}
    >
      {'group' in target ? (
        <Icon of={Users} className={styles.group} />
      ) : (
        <Avatar name={target.name} size={32} status={target.colleague.presence} decorative />
      )}
      <bdi id={`${id}-name`} className={styles.name}>
        {target.name}
      </bdi>
      <span id={`${id}-state`} className={styles.state}>
        {'group' in target ? <GroupState {...target} /> : <ColleagueState {...target} />}
      </span>
    </button>
  )
}

function ColleagueState({ colleague }: Readonly<{ colleague: Colleague }>) {
  const { t } = useTranslation('deskTransfer')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const { agent, presence, load } = colleague
  return (
    <>
      <span>{ui(`status.${presence}`)}</span>
      <span className={load >= agent.capacity ? styles.full : undefined}>
        {t('load', { load: format.number(load), capacity: format.number(agent.capacity) })}
      </span>
    </>
  )
}

/** How many of them are there to take it. */
function GroupState({ group }: Readonly<{ group: GroupRow }>) {
  const { t, i18n } = useTranslation('deskTransfer')
  const colleagues = useColleagues(i18n.language)
  const online = colleagues.filter(({ agent, presence }) => presence === 'online' && group.members.includes(agent.id))
  return (
    <>
      <span>{t('group')}</span>
      <span className={online.length === 0 ? styles.full : undefined}>{t('online', { count: online.length })}</span>
    </>
  )
}
