// Many quick replies to the desk, in requests that it takes; each is judged alone, and trying again adds nothing twice.
import { EVERYONE, isErrorCode, limits, type ErrorCode } from '#protocol'
import type { NewQuickReply } from '#protocol/reply-schemas.ts'
import type { ApiErrorCode } from '../../../platform/api-result.ts'
import type { RepliesApi } from '../../../platform/replies-api.ts'
import type { FileReply } from './reply-files.ts'

export type Imported = {
  readonly added: number
  readonly known: number
  readonly refused: readonly { readonly title: string; readonly code: ErrorCode }[]
  /** It ended before its end. */
  readonly stopped: ApiErrorCode | undefined
}

/** Of a request's body, with room for its frame: three bytes a character at most, six for what JSON escapes. */
const bodyRoom = limits.maxJsonBodyBytes * 0.9
const bytes = new TextEncoder()
const weightOf = (reply: NewQuickReply): number => bytes.encode(JSON.stringify(reply)).length + 1

function* chunksOf(replies: readonly NewQuickReply[]): Generator<readonly NewQuickReply[]> {
  let chunk: NewQuickReply[] = []
  let weight = 0
  for (const reply of replies) {
    const more = weightOf(reply)
    if (chunk.length > 0 && (chunk.length >= limits.maxRepliesPerImport || weight + more > bodyRoom)) {
      yield chunk
      chunk = []
      weight = 0
    }
    chunk.push(reply)
    weight += more
  }
  if (chunk.length > 0) yield chunk
}

/** What is longer than a quick reply may be would cost its whole request: judged here, with the code the desk would give. */
function faultOf({ title, shortcut, folder, text }: FileReply): ErrorCode | undefined {
  if (title.trim() === '') return 'title_missing'
  if (title.length > limits.maxNameLength || folder.length > limits.maxReplyFolderLength) return 'name_malformed'
  if (shortcut.length > limits.maxReplyShortcutLength) return 'shortcut_malformed'
  return text.length > limits.maxReplyLength ? 'reply_too_long' : undefined
}

export async function importReplies(
  api: Pick<RepliesApi, 'import'>,
  from: readonly FileReply[],
  shared: boolean,
  progressed: (share: number) => void,
): Promise<Imported> {
  const refused: { title: string; code: ErrorCode }[] = []
  const wishes: NewQuickReply[] = []
  for (const reply of from) {
    const code = faultOf(reply)
    if (code) refused.push({ title: reply.title, code })
    else wishes.push({ shared, ...reply, group: EVERYONE, file: null })
  }
  let added = 0
  let known = 0
  let sent = 0
  for (const chunk of chunksOf(wishes)) {
    const answer = await api.import(chunk)
    if (!answer.ok) return { added, known, refused, stopped: answer.code }
    added += answer.value.added
    known += answer.value.known
    for (const { index, code } of answer.value.refused)
      refused.push({ title: chunk[index]?.title ?? '', code: isErrorCode(code) ? code : 'bad_request' })
    sent += chunk.length
    progressed(sent / wishes.length)
  }
  return { added, known, refused, stopped: undefined }
}
