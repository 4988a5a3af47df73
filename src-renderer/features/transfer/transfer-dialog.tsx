// Hands a conversation to a colleague or to a group, with a note that only colleagues see. Search, arrows and Enter; no mouse needed.
import { EVERYONE, limits, type ConversationId } from '#protocol'
import { Search } from 'lucide-react'
import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useColleagues } from '../../stores/agent-load.ts'
import { useDesk, useSelf, useSummary } from '../../stores/desk.ts'
import { canTakeOver } from '../../stores/ownership.ts'
import { useApi } from '../../stores/use-api.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TargetList, type Target } from './target-list.tsx'
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
