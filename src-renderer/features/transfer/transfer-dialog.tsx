// Hands a conversation to a colleague or to a group, with a note that only colleagues see: asks, or decides at once.
import { NO_AGENT, type ConversationId } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf, useSummary } from '../../stores/desk.ts'
import { canTakeOver } from '../../stores/ownership.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { MoveDialog } from './move-dialog.tsx'
import styles from './transfer.module.css'
import { useMoveForm } from './use-move-form.ts'

export function TransferDialog({ id, onClose }: Readonly<{ id: ConversationId; onClose: () => void }>) {
  const { t } = useTranslation('deskTransfer')
  const { actions } = useDesk()
  const visitorName = useVisitorName()
  const summary = useSummary(id)
  const form = useMoveForm(summary?.owner ?? NO_AGENT)
  const [how, setHow] = useState<'ask' | 'now'>('ask')
  const [isSending, setSending] = useState(false)
  const mayDecide = canTakeOver(useSelf().role)
  const { target, note } = form

  const isAsking = how === 'ask' || !mayDecide
  const isAbsent =
    isAsking && target !== undefined && 'colleague' in target && !['online', 'busy'].includes(target.colleague.presence)
  const transfer = async (): Promise<void> => {
    if (!target) return
    setSending(true)
    const isDone =
      'group' in target
        ? await actions.moveToGroup(id, target.group, note)
        : await (isAsking ? actions.askColleague : actions.transfer)(id, target.colleague.agent.id, note)
    setSending(false)
    if (isDone) onClose()
  }
  return (
    <MoveDialog
      form={form}
      title={t('title', { name: summary ? visitorName(summary.visitor) : '' })}
      confirmLabel={t(isAsking && target && 'colleague' in target ? 'ask' : 'to', { name: target?.name ?? '' })}
      blocked={isAbsent}
      loading={isSending}
      onConfirm={() => void transfer()}
      onClose={onClose}
    >
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
    </MoveDialog>
  )
}
