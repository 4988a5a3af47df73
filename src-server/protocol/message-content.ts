// What may stand in a message: the same rules for the composer that asks first and the server that decides.
import type { Cid } from './ids.ts'
import { limits } from './limits.ts'
import { fail, ok, type Result } from './result.ts'

const cidShape = new RegExp(`^[A-Za-z0-9_-]{${limits.minCidLength},${limits.maxCidLength}}$`)

/** Well-formed UTF-16 without NUL: what every store, log and JSON parser takes unharmed. */
export const isWellFormedText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

export const parseCid = (cid: string): Result<Cid> => (cidShape.test(cid) ? ok(cid as Cid) : fail('cid_malformed'))

/** @returns the text as it will be stored: outer white space trimmed, inner kept. A message may be only files. */
export const parseMessageText = (text: string, fileCount: number): Result<string> => {
  if (!isWellFormedText(text)) return fail('text_malformed')
  if (fileCount > limits.maxFilesPerMessage) return fail('too_many_files')
  const trimmed = text.trim()
  if (trimmed.length > limits.maxMessageLength) return fail('message_too_long')
  if (trimmed === '' && fileCount === 0) return fail('message_empty')
  return ok(trimmed)
}

/**
 * The inbox row's line: one definition, because the server stores it and clients fold it from entries. White space is
 * collapsed and no character is cut in half. A message of only files shows their names.
 */
export const previewOf = (text: string, files: readonly { readonly name: string }[]): string => {
  const line = (text === '' ? files.map((file) => file.name).join(', ') : text).replace(/\s+/gu, ' ').trim()
  if (line.length <= limits.maxPreviewLength) return line
  const cut = line.slice(0, limits.maxPreviewLength)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
