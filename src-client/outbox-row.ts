// One message on its way, and its form in storage. What was kept by an older program or broken by a disk is checked, not trusted.
import {
  isErrorCode,
  parseCid,
  type Cid,
  type ConversationId,
  type EpochMs,
  type FileRef,
  type Offset,
  type ReplyId,
  type Seq,
} from '#protocol'
import type { OutboxMessage } from './client-state.ts'
import { contentOfRow, toRow } from './outbox-revision.ts'

export type OutboxRow = {
  message: OutboxMessage
  /** In storage, or as safe as this device allows: only then may the network see it (D5). */
  kept: boolean
  /** Answers that said "later". */
  refusals: number
  /** HTTP posts in a row that reached no server. */
  unreachable: number
  notBefore: EpochMs
  /** The connection that carries it and has not answered; 0 for none. */
  sentOn: number
  /** Ever given to any network: it may be stored, whatever we heard. */
  tried: boolean
  posting: boolean
  /** When it goes over HTTP as well; undefined before its first turn. */
  postAt: EpochMs | undefined
  /** Where it was stored. */
  ack: Stored | undefined
}

export type Stored = { readonly conversation: ConversationId; readonly seq: Seq; readonly offset: Offset }

export const newRow = (message: OutboxMessage, kept: boolean): OutboxRow => ({
  message,
  kept,
  refusals: 0,
  unreachable: 0,
  notBefore: 0 as EpochMs,
  sentOn: 0,
  // A kept row was written by a page that is gone: it may have been sent.
  tried: kept,
  posting: false,
  postAt: undefined,
  ack: undefined,
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const parseFile = (value: unknown): FileRef | undefined => {
  if (!isRecord(value)) return undefined
  const { key, name, bytes, mime, width, height } = value
  if (typeof key !== 'string' || typeof name !== 'string' || typeof mime !== 'string') return undefined
  if (!isWhole(bytes) || !isWhole(width) || !isWhole(height)) return undefined
  return { key: key as FileRef['key'], name, bytes, mime, width, height }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Half a write, or another program's: the caller counts it.
    return undefined
  }
}

export const rowToText = (message: OutboxMessage): string => JSON.stringify(toRow(message))

/** @returns undefined for anything that `rowToText` did not make. */
export const messageFromText = (text: string): OutboxMessage | undefined => {
  const value = parseJson(text)
  if (!isRecord(value)) return undefined
  const { cid, conversation, files, quote, reply, seen, createdAt, state, code } = value
  const { text: content, ...revision } = contentOfRow(value)
  if (typeof cid !== 'string' || !parseCid(cid).ok || !isWhole(conversation) || typeof content !== 'string')
    return undefined
  if (!isWhole(createdAt) || (state !== 'sending' && state !== 'failed') || !Array.isArray(files)) return undefined
  const parsed = files.map(parseFile)
  const whole = parsed.filter((file) => file !== undefined)
  if (whole.length !== parsed.length) return undefined
  return {
    cid: cid as Cid,
    conversation: conversation as ConversationId,
    text: content,
    files: whole,
    quote: isWhole(quote) ? (quote as Offset) : undefined,
    reply: isWhole(reply) ? (reply as ReplyId) : undefined,
    seen: isWhole(seen) ? (seen as Seq) : undefined,
    ...revision,
    createdAt: createdAt as EpochMs,
    state,
    code: isErrorCode(code) ? code : undefined,
  }
}
