// A client without a server: the scripted desk's state, changed by what the screens ask and, unless still, by visitors
// who go on writing. For the dev page and screenshots; the real one is src-client.
import type { Client } from '#client/client.ts'
import type { ClientState, ConversationView, OutboxMessage } from '#client/client-state.ts'
import { withRevisions } from '#client/with-revisions.ts'
import {
  EVERYONE,
  NO_AGENT,
  NO_INTENT,
  NO_OFFSET,
  fail,
  ok,
  isWritten,
  previewOf,
  type AgentId,
  type Author,
  type Cid,
  type ConversationId,
  type Entry,
  type EpochMs,
  type ReceiptMark,
} from '#protocol'
import { agentAuthor, sampleEntry, sampleMessage, visitorAuthor } from './sample.ts'
import { scenarioState, type ScenarioName } from './scenarios.ts'

const me = 1 as AgentId

export type ScriptedClient = Client & {
  /** A visitor writes. */
  readonly hear: (conversation: ConversationId, text: string) => void
  readonly setTypingOf: (conversation: ConversationId, author: Author, active: boolean) => void
  readonly change: (patch: Partial<ClientState>) => void
}

export function createScriptedClient(name: ScenarioName): ScriptedClient {
  let state = scenarioState(name, Date.now())
  let offset = 10_000
  let sent = 0
  const listeners = new Set<() => void>()
  const later = (ms: number, task: () => void): void => void window.setTimeout(task, ms)
  const isDown = name === 'offline' || name === 'refused' || name === 'loading'

  const change = (patch: Partial<ClientState>): void => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const updateView = (id: ConversationId, update: (view: ConversationView) => ConversationView): void => {
    const view = state.conversations.get(id)
    if (view) change({ conversations: new Map(state.conversations).set(id, update(view)) })
  }
  const updateSummary = (id: ConversationId, patch: Partial<ConversationView['summary']>): void =>
    updateView(id, (view) => ({ ...view, summary: { ...view.summary, ...patch } }))
  const append = (
    id: ConversationId,
    make: (head: { offset: number; at: number; conversation: number }) => Entry,
  ): void => {
    offset += 1
    const entry = make({ offset, at: Date.now(), conversation: id })
    updateView(id, (view) => {
      const seq = (view.summary.lastSeq + 1) as Entry['seq']
      return {
        ...view,
        entries: [...view.entries, { ...entry, seq }],
        summary: { ...view.summary, lastSeq: seq, lastOffset: entry.offset },
      }
    })
    if (entry.kind !== 'message.sent') return
    const isVisitor = entry.author.kind === 'visitor'
    const { waitingSince, unread } = state.conversations.get(id)?.summary ?? { waitingSince: 0, unread: 0 }
    updateSummary(id, {
      lastMessage: {
        author: entry.author,
        preview: previewOf(entry.body.text, entry.body.files),
        at: entry.at,
        offset: entry.offset,
      },
      waitingSince: (isVisitor ? waitingSince || entry.at : 0) as EpochMs,
      unread: isVisitor ? unread + 1 : unread,
    })
  }
  const mark = (id: ConversationId, reader: Author, patch: Partial<ReceiptMark>): void =>
    updateView(id, (view) => ({
      ...view,
      marks: view.marks.map((item) =>
        item.reader.kind === reader.kind && item.reader.id === reader.id ? { ...item, ...patch } : item,
      ),
    }))
  const post = (message: OutboxMessage): void => {
    later(350, () => {
      if (isDown) return
      change({ outbox: state.outbox.filter(({ cid }) => cid !== message.cid) })
      const id = message.conversation
      append(id, (head) => {
        const entry = sampleMessage({ ...head, author: agentAuthor(me) }, message.text, message.files)
        return entry.kind === 'message.sent' ? { ...entry, body: { ...entry.body, cid: message.cid } } : entry
      })
      const at = state.conversations.get(id)?.summary.lastOffset ?? NO_OFFSET
      later(500, () => mark(id, visitorAuthor, { delivered: at }))
      later(2_500, () => mark(id, visitorAuthor, { delivered: at, read: at }))
    })
  }
  const answer = async <T>(value: T) => {
    await new Promise<void>((resolve) => later(250, resolve))
    return isDown ? fail('no_answer') : ok(value)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => undefined,
    stop: () => undefined,
    reconnectNow: () => change({ link: { kind: 'connecting', attempt: 5 } }),
    send: ({ conversation, text, files }) => {
      sent += 1
      const cid = `typed-${sent}` as Cid
      const message: OutboxMessage = {
        cid,
        conversation,
        text,
        files,
        createdAt: Date.now() as EpochMs,
        state: 'sending',
        code: undefined,
      }
      change({ outbox: [...state.outbox, message] })
      post(message)
      return ok(cid)
    },
    retry: (cid) => {
      change({ outbox: state.outbox.map((item) => (item.cid === cid ? { ...item, state: 'sending' as const } : item)) })
      const message = state.outbox.find((item) => item.cid === cid)
      if (message) post(message)
    },
    discard: (cid) => change({ outbox: state.outbox.filter((item) => item.cid !== cid) }),
    markRead: (id, upTo) => {
      if (state.conversations.get(id)?.summary.unread === 0) return
      mark(id, agentAuthor(me), { read: upTo })
      updateSummary(id, { unread: 0 })
    },
    revise: (id, message, text) => {
      sent += 1
      const cid = `typed-${sent}` as Cid
      const target = state.conversations
        .get(id)
        ?.entries.find((entry) => isWritten(entry) && entry.body.cid === message)
      if (!target) return fail('message_unknown')
      const body = { cid, message: target.offset, text, isNote: target.kind === 'note.added' }
      append(id, (head) => sampleEntry({ ...head, author: agentAuthor(me) }, 'message.revised', body))
      updateView(id, (view) => ({ ...view, entries: withRevisions(view.entries, view.entries) }))
      return ok(cid)
    },
    setTyping: () => undefined,
    setPage: () => undefined,
    open: () => undefined,
    loadEarlier: () => undefined,
    history: async ({ conversation }) => answer(state.conversations.get(conversation)?.entries ?? []),
    list: async ({ view, visitor }) => {
      const conversations = [...state.conversations.values()]
        .map(({ summary }) => summary)
        .filter((summary) =>
          view === 'visitor' ? summary.visitor.id === visitor : view !== 'closed' || summary.status === 'closed',
        )
        .sort((one, other) => other.lastOffset - one.lastOffset)
      return await answer({ conversations, next: NO_OFFSET })
    },
    assign: async (id, agent) => {
      const done = await answer(undefined)
      if (!done.ok) return done
      const previous = state.conversations.get(id)?.summary.owner ?? 0
      const reason = { layer: 'manual', rule: 'taken', candidates: [] }
      append(id, (head) =>
        sampleEntry({ ...head, author: agentAuthor(me) }, 'conversation.assigned', {
          agent,
          agentName: '',
          previous,
          reason,
        }),
      )
      updateSummary(id, { owner: agent })
      return done
    },
    transfer: async (id, agent, note) => {
      const done = await answer(undefined)
      if (!done.ok) return done
      append(id, (head) =>
        sampleEntry({ ...head, author: agentAuthor(me) }, 'conversation.transferred', {
          from: me,
          to: agent,
          toName: '',
          note,
        }),
      )
      updateSummary(id, { owner: agent })
      return done
    },
    moveToGroup: async (id, group, note) => {
      const done = await answer(undefined)
      if (!done.ok) return done
      const reason = { layer: 'manual', rule: 'moved', intent: NO_INTENT, confidence: 1, tookMicros: 0 } as const
      const place = { group, groupName: '', agents: [], priority: 0, reason }
      append(id, (head) =>
        sampleEntry({ ...head, author: agentAuthor(me) }, 'conversation.queued', { ...place, note, front: false }),
      )
      updateSummary(id, { owner: NO_AGENT })
      return done
    },
    addNote: async (id, text, cid, mentions) => {
      const done = await answer(undefined)
      if (!done.ok) return done
      append(id, (head) => sampleEntry({ ...head, author: agentAuthor(me) }, 'note.added', { cid, text, mentions }))
      return done
    },
    answer: async (id, accept) => {
      const done = await answer(undefined)
      const offers = new Map(state.offers)
      offers.delete(id)
      change({ offers })
      if (done.ok && accept) updateSummary(id, { owner: me })
      return done
    },
    watch: () => undefined,
    askColleague: async (id, agent, note) => {
      const offers = new Map(state.offers)
      const until = (Date.now() + 60_000) as EpochMs
      if (agent === NO_AGENT) offers.delete(id)
      else offers.set(id, { conversation: id, agent, group: EVERYONE, until, why: null, from: me, note })
      change({ offers })
      return await answer(undefined)
    },
    onOfferOver: () => () => undefined,
    close: async (id, reason) => {
      const done = await answer(undefined)
      if (!done.ok) return done
      append(id, (head) => sampleEntry({ ...head, author: agentAuthor(me) }, 'conversation.closed', { reason }))
      updateSummary(id, { status: 'closed', waitingSince: 0 as EpochMs })
      return done
    },
    setStatus: async (status) => {
      const done = await answer(undefined)
      const mine = state.agents.get(me)
      if (done.ok && mine) change({ agents: new Map(state.agents).set(me, { ...mine, status }) })
      return done
    },
    diagnostics: () => ({
      connections: 2,
      framesReceived: 1_208,
      badFrames: 0,
      duplicateEntries: 3,
      gaps: 1,
      silentGaps: 0,
      resets: 0,
      httpSends: 0,
      storageRowsSkipped: 0,
      storageFailures: 0,
    }),
    hear: (id, text) => append(id, (head) => sampleMessage({ ...head, author: visitorAuthor }, text)),
    setTypingOf: (id, author, active) => updateView(id, (view) => ({ ...view, typing: active ? [author] : [] })),
    change,
  }
}
