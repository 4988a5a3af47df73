// Says that answers are held back, once they are more than what the conversation on the screen shows by itself.
import { MessageSquareWarning } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useClient, useDesk, useWorkspace } from '../stores/desk.ts'
import { heldAnswers } from '../stores/held-answers.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { NoticeBar } from '../ui/notice-bar.tsx'

export function HeldStrip() {
  const { t } = useTranslation('deskColleagues')
  const { workspace } = useDesk()
  const held = heldAnswers(useClient(({ outbox }) => outbox))
  const shown = useWorkspace(shownConversation)
  const isNews = held.length > 1 || held.some(({ conversation }) => conversation !== shown)
  if (!isNews) return <NoticeBar />
  const look = (): void => workspace.setState({ dialog: 'held' })
  return (
    <NoticeBar icon={MessageSquareWarning} act={{ label: t('held.look'), onPress: look, isBusy: false }}>
      {t('held.bar', { count: held.length })}
    </NoticeBar>
  )
}
