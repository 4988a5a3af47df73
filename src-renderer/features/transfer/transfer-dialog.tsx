// Hands a conversation to a colleague or to a group, with a note that only colleagues see. Search, arrows and Enter; no mouse needed.
import { EVERYONE, limits, type ConversationId } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { Search, Users } from 'lucide-react'
import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useColleagues, type Colleague } from '../../stores/agent-load.ts'
import { useDesk, useSelf, useSummary } from '../../stores/desk.ts'
import { canTakeOver } from '../../stores/ownership.ts'
import { useApi } from '../../stores/use-api.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './transfer.module.css'

export function TransferDialog({ id, onClose }: Readonly<{ id: ConversationId; onClose: () => void }>) {
  const { t, i18n } = useTranslation('deskTransfer')
  const { actions, session } = useDesk()
  const ask = useCallback(() => session.api.routing.groups.list(), [session])
  const allGroups = useApi(ask).value
  const visitorName = useVisitorName()
  const summary = useSummary(id)
  const [filter, setFilter] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const [how, setHow] = useState<'ask' | 'now'>('ask')
  const [isSending, setSending] = useState(false)
  const mayDecide = canTakeOver(useSelf().role)
  const search = useRef<HTMLInputElement>(null)
  const wanted = filter.trim().toLocaleLowerCase(i18n.language)
  const colleagues = useColleagues(i18n.language).filter(
    ({ agent }) => agent.id !== summary?.owner && agent.name.toLocaleLowerCase(i18n.language).includes(wanted),
  )
  const groups = (allGroups ?? []).filter(
    (group) => group.id !== EVERYONE && group.name.toLocaleLowerCase(i18n.language).includes(wanted),
  )
  const targets: readonly Target[] = [
    ...colleagues.map((colleague) => ({ key: `a${colleague.agent.id}`, name: colleague.agent.name, colleague })),
    ...groups.map((group) => ({ key: `g${group.id}`, name: group.name, group })),
  ]
  const target = targets.find(({ key }) => key === chosen) ?? (wanted === '' ? undefined : targets[0])

  const noteLeft = limits.maxTransferNoteLength - note.trim().length
  const isAsking = how === 'ask' || !mayDecide
  const isAbsent =
    isAsking && target !== undefined && 'colleague' in target && !['online', 'busy'].includes(target.colleague.presence)
  const transfer = async (): Promise<void> => {
    if (!target || isSending || isAbsent || noteLeft < 0) return
    setSending(true)
    const isDone =
      'group' in target
        ? await actions.moveToGroup(id, target.group, note)
        : await (isAsking ? actions.askColleague : actions.transfer)(id, target.colleague.agent.id, note)
    setSending(false)
    if (isDone) onClose()
  }
  const confirm = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void transfer()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: summary ? visitorName(summary.visitor) : '' })}
      initialFocus={search}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            keys="Mod+Enter"
            loading={isSending}
            disabled={!target || isAbsent || noteLeft < 0}
            onClick={() => void transfer()}
          >
            {target ? t(isAsking && 'colleague' in target ? 'ask' : 'to', { name: target.name }) : t('choose')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          ref={search}
          hideLabel
          label={t('search')}
          placeholder={t('search')}
          icon={Search}
          value={filter}
          onValueChange={setFilter}
          onKeyDown={(event) => {
            confirm(event)
            if (event.key === 'ArrowDown')
              document.querySelector<HTMLElement>(`.${styles.list ?? ''} [tabindex="0"]`)?.focus()
          }}
        />
        <TargetList targets={targets} chosen={target?.key} onChoose={setChosen} />
        <p role="status" className={styles.absent}>
          {isAbsent && t(mayDecide ? 'absentOrNow' : 'absent', { name: target.name })}
        </p>
        {mayDecide && (!target || 'colleague' in target) && (
          <RadioGroup
            label={t('how')}
            value={how}
            onValueChange={setHow}
            options={(['ask', 'now'] as const).map((value) => ({
              value,
              label: t(`howName.${value}`),
              description: t(`howHint.${value}`),
            }))}
          />
        )}
        <TextArea
          label={t('note')}
          description={t('noteHint')}
          optional
          rows={2}
          maxRows={5}
          value={note}
          onValueChange={setNote}
          onKeyDown={confirm}
          error={noteLeft < 0 ? t('noteTooLong', { count: -noteLeft }) : undefined}
        />
      </div>
    </Dialog>
  )
}

type Target = { readonly key: string; readonly name: string } & (
  | { readonly colleague: Colleague }
  | { readonly group: GroupRow }
)

type ListProps = Readonly<{
  targets: readonly Target[]
  chosen: string | undefined
  onChoose: (key: string) => void
}>

function TargetList({ targets, chosen, onChoose }: ListProps) {
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
