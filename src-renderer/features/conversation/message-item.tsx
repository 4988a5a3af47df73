// One message of the timeline as a bubble: text, pictures and files, with its ticks when it is ours.
import type { ConversationView, OutboxMessage } from '#client/client-state.ts'
import { messageStateOf } from '#client/message-state.ts'
import { NO_OFFSET, type AgentId, type Author, type ConversationId, type FileRef, type Offset } from '#protocol'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useDesk } from '../../stores/desk.ts'
import { noDraft } from '../../stores/draft-store.ts'
import type { OwnWords } from '../../stores/edit-store.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { isOursToAnswer } from '../../stores/ownership.ts'
import { useQuoted } from '../../stores/use-quoted.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { classNames } from '../../ui/class-names.ts'
import { FileCard } from '../../ui/file-card.tsx'
import { ImageThumb } from '../../ui/image-thumb.tsx'
import { MessageBubble, type MessageKind } from '../../ui/message-bubble.tsx'
import { MessageText } from '../../ui/message-text.tsx'
import { Quote } from '../../ui/quote.tsx'
import { showToast } from '../../ui/toasts.ts'
import { LedgerPanel } from './ledger-panel.tsx'
import { MessageMenu } from './message-menu.tsx'
import { RevisionProblem, useRevisionOf } from './revision-problem.tsx'
import type { MessageItem as Item } from './timeline.ts'
import styles from './timeline.module.css'

export type MessageItemProps = Readonly<{
  item: Item
  view: ConversationView
  onOpenImage: (file: FileRef) => void
  /** To a message that is quoted. */
  onGo: (offset: Offset) => void
}>

export const MessageItem = memo(function MessageItem({ item, view, onOpenImage, onGo }: MessageItemProps) {
  const { t } = useTranslation('deskConversation')
  const { t: tColleagues } = useTranslation('deskColleagues')
  const { session, actions, drafts, signals } = useDesk()
  const format = useFormat()
  const errorText = useErrorText()
  const visitorName = useVisitorName()
  const writer = useAgent((item.author.kind === 'visitor' ? 0 : item.author.id) as AgentId)
  const kind = kindOf(item, session.self.id)
  const nameOf = (author: Author): string =>
    author.kind === 'system' ? t('automatic') : (writer?.name ?? t('formerColleague'))
  const { unsent, text, files, quote, offset, cid, at, editedAt } = item
  const conversation = view.summary.id
  const revision = useRevisionOf(conversation, kind === 'mine' ? cid : undefined)
  const isChanging = revision !== undefined && revision.state !== 'failed'
  const mayAnswer = isOursToAnswer(view.summary, session.self.id)
  const answer = (to: Offset): void => {
    drafts.change(conversation, { quote: to })
    signals.focusComposer()
  }
  const reached =
    kind === 'visitor'
      ? undefined
      : (unsent?.state ?? messageStateOf({ offset: item.offset ?? (0 as never), author: item.author }, view))
  const state = reached && isChanging ? 'sending' : reached
  const isFailed = unsent?.state === 'failed'
  const { client } = session
  const own: OwnWords = { cid, isNote: false, at: unsent ? undefined : at, text, files, quote }
  const discard = (message: OutboxMessage): void => {
    client.discard(message.cid)
    showToast({ title: t('discarded'), onUndo: () => putBack(message) })
  }
  /** Into the composer, after what is there: sending again is for the person to decide. */
  const putBack = ({ text: said, files: attached, quote: answered }: OutboxMessage): void => {
    const draft = drafts.getState().get(conversation) ?? noDraft
    const words = [draft.text, said].filter((part) => part !== '').join('\n')
    drafts.change(conversation, {
      text: words,
      files: [...draft.files, ...attached],
      quote: draft.quote === 0 ? (answered ?? 0) : draft.quote,
    })
  }
  return (
    <MessageBubble
      kind={kind}
      author={kind === 'visitor' ? visitorName(view.summary.visitor) : nameOf(item.author)}
      at={at}
      position={item.position}
      state={state}
      ledger={
        isChanging
          ? t('revise.sending', { at: format.time(revision.createdAt) })
          : state && unsent === undefined
            ? t(`ledger.${state}`, { at: format.dateTime(at) })
            : undefined
      }
      ledgerPanel={
        reached === undefined || reached === 'failed' ? undefined : (
          <LedgerPanel item={item} state={reached} view={view} />
        )
      }
      editedAt={editedAt}
      menu={kind === 'mine' && !isFailed ? <MessageMenu conversation={conversation} words={own} /> : undefined}
      below={revision && <RevisionProblem revision={revision} />}
      problem={isFailed && unsent?.code ? t('failedBecause', { why: errorText(unsent.code) }) : undefined}
      onRetry={isFailed ? () => client.retry(unsent.cid, view.summary.lastSeq) : undefined}
      retryLabel={unsent?.code === 'answered_meanwhile' ? tColleagues('sendAnyway') : undefined}
      onDiscard={isFailed ? () => discard(unsent) : undefined}
      onCopy={isFailed && text !== '' ? () => void actions.copy(text) : undefined}
      onAnswer={offset !== undefined && mayAnswer ? () => answer(offset) : undefined}
      bare={text === '' && quote === NO_OFFSET}
    >
      {quote !== NO_OFFSET && <QuoteOf conversation={conversation} offset={quote} onGo={onGo} />}
      {text !== '' && (
        <div className={classNames(files.some(isPicture) && styles.wordsAbove)}>
          <MessageText text={text} />
        </div>
      )}
      {files.length > 0 && (
        <div className={styles.files} data-under={text !== '' || undefined} data-album={isAlbum(files) || undefined}>
          {files.map((file) => (
            <MessageFile key={file.key} file={file} onOpenImage={onOpenImage} />
          ))}
        </div>
      )}
    </MessageBubble>
  )
})

function QuoteOf(props: Readonly<{ conversation: ConversationId; offset: Offset; onGo: (offset: Offset) => void }>) {
  const { conversation, offset, onGo } = props
  return <Quote quoted={useQuoted(conversation, offset)} onGo={() => onGo(offset)} />
}

const isPicture = ({ width }: FileRef): boolean => width > 0
const isAlbum = (files: readonly FileRef[]): boolean => files.length > 1 && files.every(isPicture)

function MessageFile({ file, onOpenImage }: Readonly<{ file: FileRef; onOpenImage: (file: FileRef) => void }>) {
  const { api } = useDesk().session
  if (!isPicture(file))
    return <FileCard name={file.name} sizeBytes={file.bytes} state={{ kind: 'ready', href: api.fileUrl(file) }} />
  return (
    <ImageThumb
      src={api.thumbnailUrl(file)}
      name={file.name}
      width={file.width}
      height={file.height}
      onOpen={() => onOpenImage(file)}
    />
  )
}

function kindOf({ author }: Item, me: AgentId): MessageKind {
  if (author.kind === 'visitor') return 'visitor'
  if (author.kind === 'agent') return author.id === me ? 'mine' : 'colleague'
  return 'bot'
}
