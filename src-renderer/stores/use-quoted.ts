// A message that another one answers, as far as it is loaded: who wrote it, and its first words.
import {
  isRecalled,
  NO_AGENT,
  previewOf,
  type AgentId,
  type ConversationId,
  type EntryOf,
  type Offset,
} from '#protocol'
import { useTranslation } from 'react-i18next'
import { useAgent, useConversation, useDesk } from './desk.ts'
import { useVisitorName } from './visitor-name.ts'

export type Quoted = { readonly name: string; readonly text: string }

/** undefined when it is not loaded, or not there. */
export function useQuoted(conversation: ConversationId, offset: Offset | 0): Quoted | undefined {
  const { t } = useTranslation('ui')
  const { self } = useDesk().session
  const view = useConversation(conversation)
  const visitorName = useVisitorName()
  const found =
    offset === 0
      ? undefined
      : view?.entries.find(
          (entry): entry is EntryOf<'message.sent'> => entry.offset === offset && entry.kind === 'message.sent',
        )
  const author = found?.author
  const agent = useAgent(author?.kind === 'agent' ? (author.id as AgentId) : NO_AGENT)
  if (!found || !view || !author) return undefined
  const isMine = author.kind === 'agent' && author.id === self.id
  const name =
    author.kind === 'visitor'
      ? visitorName(view.summary.visitor)
      : isMine
        ? t('message.you')
        : (agent?.name ?? t('message.bot'))
  return { name, text: isRecalled(found) ? t('quote.recalled') : previewOf(found.body.text, found.body.files) }
}
