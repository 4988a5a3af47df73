// Hands a conversation to a colleague, with a note that only colleagues see. Search, arrows and Enter; no mouse needed.
import { limits, type AgentId, type ConversationId } from '#protocol'
import { Search } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useColleagues, type Colleague } from '../../stores/agent-load.ts'
import { useDesk, useSummary } from '../../stores/desk.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './transfer.module.css'

export function TransferDialog({ id, onClose }: Readonly<{ id: ConversationId; onClose: () => void }>) {
  const { t, i18n } = useTranslation('deskTransfer')
  const { actions } = useDesk()
  const visitorName = useVisitorName()
  const summary = useSummary(id)
  const [filter, setFilter] = useState('')
  const [chosen, setChosen] = useState<AgentId>()
  const [note, setNote] = useState('')
  const [isSending, setSending] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const wanted = filter.trim().toLocaleLowerCase(i18n.language)
  const colleagues = useColleagues(i18n.language).filter(
    ({ agent }) => agent.id !== summary?.owner && agent.name.toLocaleLowerCase(i18n.language).includes(wanted),
  )
  const target = colleagues.find(({ agent }) => agent.id === chosen) ?? (wanted === '' ? undefined : colleagues[0])

  const transfer = async (): Promise<void> => {
    if (!target || isSending) return
    setSending(true)
    const isDone = await actions.transfer(id, target.agent.id, note)
    setSending(false)
    if (isDone) onClose()
  }
  const confirm = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void transfer()
  }
  const noteLeft = limits.maxTransferNoteLength - note.trim().length
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
            disabled={!target || noteLeft < 0}
            onClick={() => void transfer()}
          >
            {target ? t('to', { name: target.agent.name }) : t('choose')}
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
        <ColleagueList colleagues={colleagues} chosen={target?.agent.id} onChoose={setChosen} />
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

type ListProps = Readonly<{
  colleagues: readonly Colleague[]
  chosen: AgentId | undefined
  onChoose: (id: AgentId) => void
}>

function ColleagueList({ colleagues, chosen, onChoose }: ListProps) {
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
  if (colleagues.length === 0) return <p className={styles.none}>{t('none')}</p>
  const tabStop = colleagues.some(({ agent }) => agent.id === chosen) ? chosen : colleagues[0]?.agent.id
  return (
    <div
      ref={list}
      role="radiogroup"
      tabIndex={-1}
      aria-label={t('colleagues')}
      className={styles.list}
      onKeyDown={move}
    >
      {colleagues.map((colleague) => (
        <Option
          key={colleague.agent.id}
          colleague={colleague}
          isChosen={colleague.agent.id === chosen}
          isTabStop={colleague.agent.id === tabStop}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

type OptionProps = Readonly<{
  colleague: Colleague
  isChosen: boolean
  isTabStop: boolean
  onChoose: (id: AgentId) => void
}>

function Option({ colleague, isChosen, isTabStop, onChoose }: OptionProps) {
  const { t } = useTranslation('deskTransfer')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const id = useId()
  const { agent, presence, load } = colleague
  const isFull = load >= agent.capacity
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-labelledby={`${id}-name ${id}-state`}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.option}
      onClick={() => onChoose(agent.id)}
    >
      <Avatar name={agent.name} size={32} status={presence} decorative />
      <bdi id={`${id}-name`} className={styles.name}>
        {agent.name}
      </bdi>
      <span id={`${id}-state`} className={styles.state}>
        <span>{ui(`status.${presence}`)}</span>
        <span className={isFull ? styles.full : undefined}>
          {t('load', { load: format.number(load), capacity: format.number(agent.capacity) })}
        </span>
      </span>
    </button>
  )
}
