// A visitor's widget shows what others edit and recall, and edits nothing itself: its build puts this in the place of the client library's
// part of the outbox for that.
import type * as library from '#client/outbox-revision.ts'

export const splitOutbox: typeof library.splitOutbox = (messages) => ({ messages, revisions: [] })
export const revising: typeof library.revising = () => []
export const isHeld: typeof library.isHeld = () => false
export const renameRevised: typeof library.renameRevised = () => []
export const frameOf: typeof library.frameOf = (message) => ({
  ...message,
  type: 'send',
  files: message.files.map((file) => file.key),
})
export const postOf: typeof library.postOf = ({ cid, conversation, text, files }) => ({
  path: 'messages',
  body: { cid, conversation, text, files: files.map((file) => file.key) },
})
export const toRow: typeof library.toRow = (message) => message
export const contentOfRow: typeof library.contentOfRow = ({ text }) => ({ text })
