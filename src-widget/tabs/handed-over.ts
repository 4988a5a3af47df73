// Messages this tab has handed to the leader and not yet seen in its state. Each lies in the message box until then, so that
// the next leader finds it even if both tabs are gone (D5).
import type { Cid, ErrorCode } from '#protocol'
import type { ClientState, OutboxMessage } from '#client/client-state.ts'
import type { BoxedMessage, MessageBox } from '../storage/message-box.ts'

export type HandedOver = {
  add(message: BoxedMessage): void
  find(cid: Cid): BoxedMessage | undefined
  refuse(cid: Cid, code: ErrorCode): boolean
  /** On its way again. */
  revive(cid: Cid): void
  remove(cid: Cid): void
  /** Lets go of what `state` has taken over. */
  settle(state: ClientState): void
  /** `state` with the messages that are still on their way at the end of its outbox; the same object when there are none. */
  addTo(state: ClientState): ClientState
}

const asOutbox = (message: BoxedMessage, code: ErrorCode | undefined): OutboxMessage => ({
  cid: message.cid,
  conversation: message.conversation,
  text: message.text,
  files: message.files,
  createdAt: message.createdAt as OutboxMessage['createdAt'],
  state: code ? 'failed' : 'sending',
  code,
})

export const createHandedOver = (box: MessageBox): HandedOver => {
  const waiting = new Map<Cid, { readonly message: BoxedMessage; readonly code: ErrorCode | undefined }>()

  const has = (state: ClientState, cid: Cid): boolean =>
    state.outbox.some((message) => message.cid === cid) ||
    [...state.conversations.values()].some((view) =>
      view.entries.some((entry) => entry.kind === 'message.sent' && entry.body.cid === cid),
    )

  const remove = (cid: Cid): void => {
    waiting.delete(cid)
    box.remove(cid)
  }

  return {
    add(message) {
      waiting.set(message.cid, { message, code: undefined })
      box.put(message)
    },
    find: (cid) => waiting.get(cid)?.message,
    refuse(cid, code) {
      const found = waiting.get(cid)
      if (found) waiting.set(cid, { ...found, code })
      return found !== undefined
    },
    revive(cid) {
      const found = waiting.get(cid)
      if (found) waiting.set(cid, { ...found, code: undefined })
    },
    remove,
    settle(state) {
      for (const cid of waiting.keys()) if (has(state, cid)) remove(cid)
    },
    addTo: (state) =>
      waiting.size === 0
        ? state
        : {
            ...state,
            outbox: [...state.outbox, ...[...waiting.values()].map((each) => asOutbox(each.message, each.code))],
          },
  }
}
