// Hands many conversations to a colleague or a group at once, with one note for all.
import type { ConversationId } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../stores/desk.ts'
import type { BulkTarget } from '../../stores/desk-actions.ts'
import { MoveDialog } from './move-dialog.tsx'
import type { Target } from './target-list.tsx'
import { useMoveForm } from './use-move-form.ts'

const bulkTarget = (target: Target): BulkTarget =>
  'group' in target
    ? { name: target.name, group: target.group.id }
    : { name: target.name, agent: target.colleague.agent.id }

export function BulkMoveDialog({ ids, onClose }: Readonly<{ ids: readonly ConversationId[]; onClose: () => void }>) {
  const { t } = useTranslation('deskBulk')
  const { actions, session } = useDesk()
  // What was picked when the dialog opened; what happens in the list meanwhile changes nothing here.
  const [chosenIds] = useState(ids)
  const form = useMoveForm(undefined, session.self.id)
  const { target, note } = form
  const move = (): void => {
    if (!target) return
    onClose()
    void actions.moveMany(chosenIds, bulkTarget(target), note)
  }
  return (
    <MoveDialog
      form={form}
      title={t('move.title', { count: chosenIds.length })}
      confirmLabel={t('move.to', { name: target?.name ?? '' })}
      onConfirm={move}
      onClose={onClose}
    />
  )
}
