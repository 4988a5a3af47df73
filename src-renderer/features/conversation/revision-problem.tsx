// Under words whose edit or recall was refused: why, and what was written in the edit is not lost.
import type { OutboxRevision } from '#client/client-state.ts'
import type { Cid, ConversationId, ErrorCode } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { MessageFailure } from '../../ui/message-failure.tsx'

/** The newest of mine about one message of a conversation. */
export const useRevisionOf = (conversation: ConversationId, cid: Cid | undefined): OutboxRevision | undefined =>
  useClient(({ revisions }) =>
    revisions.findLast((one) => one.revises.message === cid && one.conversation === conversation),
  )

/** The answer will not be another one. */
const isFinal = (code: ErrorCode | undefined): boolean =>
  code === 'message_unknown' || code === 'message_recalled' || code === 'revision_too_late'

export function RevisionProblem({ revision }: Readonly<{ revision: OutboxRevision | undefined }>) {
  const { t } = useTranslation('deskConversation')
  const { session, actions } = useDesk()
  const errorText = useErrorText()
  if (revision?.state !== 'failed') return null
  const { client } = session
  const { cid, code, text, revises } = revision
  const why = code ? errorText(code) : ''
  return (
    <MessageFailure
      problem={t(revises.isRecall ? 'revise.notRecalled' : 'revise.notEdited', { why }).trim()}
      onRetry={isFinal(code) ? undefined : () => client.retry(cid)}
      onCopy={revises.isRecall ? undefined : () => void actions.copy(text)}
      onDiscard={() => client.discard(cid)}
    />
  )
}
