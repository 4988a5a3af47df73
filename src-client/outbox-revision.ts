// Revisions in the outbox: what is different about them from the messages they go behind. The widget's build leaves this file out.
import { parseCid, type Cid, type ClientFrame } from '#protocol'
import { clientFrameTable } from '#protocol/frame-tables.ts'
import type { OutboxMessage, OutboxRevision } from './client-state.ts'

/** What of a row matters here. */
type Row = { message: OutboxMessage }
type Rows<One extends Row> = ReadonlyMap<Cid, One>

const isRevision = (message: OutboxMessage): message is OutboxRevision => message.revises !== undefined

export const splitOutbox = (
  all: readonly OutboxMessage[],
): { readonly messages: readonly OutboxMessage[]; readonly revisions: readonly OutboxRevision[] } => ({
  messages: all.filter((message) => !isRevision(message)),
  revisions: all.filter(isRevision),
})

export const revising = <One extends Row>(rows: Rows<One>, cid: Cid): readonly One[] =>
  [...rows.values()].filter(({ message }) => message.revises?.message === cid)

/** What failed may yet be tried again: what is to become of it waits for that. */
export const isHeld = ({ message: { revises } }: Row, rows: Rows<Row>): boolean =>
  revises !== undefined && rows.get(revises.message)?.message.state === 'failed'

/** Under its old name the server has something else. @returns the rows that mean it by its new one now. */
export const renameRevised = <One extends Row>(rows: Rows<One>, from: Cid, to: Cid): readonly One[] => {
  const renamed = revising(rows, from)
  for (const row of renamed)
    row.message = { ...row.message, revises: { message: to, isRecall: row.message.revises?.isRecall === true } }
  return renamed
}

const bodyOf = ({ cid, conversation, text, revises }: OutboxRevision) => ({
  cid,
  conversation,
  message: revises.message,
  text: revises.isRecall ? null : text,
})

/** @returns undefined where the server does not know the frame: over HTTP it says so without ending the connection (D10.10). */
export const frameOf = (message: OutboxMessage, takes: number): ClientFrame | undefined => {
  // The table of frames takes of it what a frame has.
  if (!isRevision(message)) return { ...message, type: 'send', files: message.files.map((file) => file.key) }
  return clientFrameTable.revise.id <= takes ? { type: 'revise', ...bodyOf(message) } : undefined
}

/** Where it goes under the desk's HTTP API, and what. */
export const postOf = (message: OutboxMessage): { readonly path: string; readonly body: unknown } => {
  if (isRevision(message)) return { path: 'revisions', body: bodyOf(message) }
  const { cid, conversation, text, files, quote, reply, seen } = message
  const keys = files.map((file) => file.key)
  return { path: 'messages', body: { cid, conversation, text, files: keys, quote, reply, seen } }
}

/** In storage it has no text of its own: a program from before revisions does not take it for a message. */
export const toRow = (message: OutboxMessage): unknown => {
  if (!isRevision(message)) return message
  const { text, revises, ...rest } = message
  return { ...rest, revises: { ...revises, text } }
}

/** What `toRow` made of either, its types not yet checked but those of a revision. */
export const contentOfRow = (
  row: Readonly<Record<string, unknown>>,
): { readonly text: unknown; readonly revises?: OutboxRevision['revises'] } => {
  const value = row['revises']
  if (typeof value !== 'object' || value === null) return { text: row['text'] }
  const { message, isRecall, text } = value as Readonly<Record<string, unknown>>
  if (typeof message !== 'string' || !parseCid(message).ok || typeof isRecall !== 'boolean') return { text: undefined }
  return { text, revises: { message: message as Cid, isRecall } }
}
