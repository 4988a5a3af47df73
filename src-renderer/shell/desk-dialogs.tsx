// The one dialog that is open, about the conversation on the screen.
import { NO_CONVERSATION } from '#protocol'
import { DecisionsDialog } from '../features/decisions/decisions-dialog.tsx'
import { HeldDialog } from '../features/held/held-dialog.tsx'
import { MentionsDialog } from '../features/mentions/mentions-dialog.tsx'
import { NoteDialog } from '../features/note/note-dialog.tsx'
import { TakeOverDialog } from '../features/watch/take-over-dialog.tsx'
import { BulkMoveDialog } from '../features/transfer/bulk-move-dialog.tsx'
import { BlockDialog } from '../features/visitor/block-dialog.tsx'
import { TransferDialog } from '../features/transfer/transfer-dialog.tsx'
import { CheatSheet } from './cheat-sheet.tsx'
import { Palette } from './palette.tsx'
import { useDesk, useSummary, useWorkspace } from '../stores/desk.ts'
import { shownConversation } from '../stores/workspace-store.ts'

export function DeskDialogs() {
  const { workspace, selection } = useDesk()
  const dialog = useWorkspace((state) => state.dialog)
  const shown = useWorkspace(shownConversation)
  const summary = useSummary(shown)
  const close = (): void => workspace.setState({ dialog: 'none' })
  if (dialog === 'transfer' && shown !== NO_CONVERSATION) return <TransferDialog id={shown} onClose={close} />
  if (dialog === 'note' && shown !== NO_CONVERSATION) return <NoteDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'decisions' && shown !== NO_CONVERSATION)
    return <DecisionsDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'block' && summary !== undefined)
    return <BlockDialog key={shown} visitor={summary.visitor} onClose={close} />
  if (dialog === 'takeOver' && shown !== NO_CONVERSATION)
    return <TakeOverDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'bulkMove' && selection.getState().picked.size > 0)
    return <BulkMoveDialog ids={[...selection.getState().picked]} onClose={close} />
  if (dialog === 'mentions') return <MentionsDialog onClose={close} />
  if (dialog === 'held') return <HeldDialog onClose={close} />
  if (dialog === 'palette') return <Palette onClose={close} />
  if (dialog === 'keys') return <CheatSheet onClose={close} />
  return null
}
