// A visitor's tab or an agent's window: the real client library on the simulated network, with a storage that outlives it.
import { inflateRawSync } from 'node:zlib'
import { memoryStore } from '#client/browser/memory-store.ts'
import { createClient, type Client } from '#client/client.ts'
import type { ClientEnvironment, HttpReply } from '#client/environment.ts'
import {
  decodeServerFrame,
  isRetryable,
  type AgentId,
  type Cid,
  type ConversationId,
  type Entry,
  type Offset,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'
import type { ManualClock } from '../manual-clock.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { agentToken, visitorToken } from './simulated-desk.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { demand, hasCid, writtenKey, type SimulationRecord } from './simulation-record.ts'

export type Who =
  | { readonly kind: 'visitor'; readonly id: VisitorId }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly scope: 'all' | 'own' }

export type SimulatedPerson = {
  readonly name: string
  readonly who: Who
  client(): Client
  /** Counts the pages this person has opened: what a page saw is gone with it, but for what was kept. */
  page(): number
  write(conversation: ConversationId, text: string): void
  /** Something of theirs that they see, or that still waits to be sent; null recalls it. */
  revise(conversation: ConversationId, message: Cid, text: string | null): void
  /** Tries again what failed for a while, takes back what the desk refused for good. */
  settleFailures(): void
  /** Leaves the page without a word and opens it again. */
  reload(): void
  /** Closes the page; `reload` opens it again. */
  leave(): void
  isHere(): boolean
  isOnline(): boolean
  setOnline(online: boolean): void
}

/** Colleagues' words that no visitor may ever receive. */
export const SECRET = 'for-colleagues-only'

const asText = new TextDecoder('latin1')

const unsent = (client: Client) => [...client.state().outbox, ...client.state().revisions]

type Parts = {
  readonly clock: ManualClock
  readonly random: SeededRandom
  readonly network: SimulatedNetwork
  readonly record: SimulationRecord
  /** What this browser keeps; the tabs of one browser share it. */
  readonly rows: Map<string, string>
}

export const createSimulatedPerson = (name: string, who: Who, parts: Parts): SimulatedPerson => {
  const { clock, random, network, record, rows } = parts
  const author = `${who.kind} ${who.id}`
  const listeners = new Set<() => void>()
  let isOnline = true
  let isHere = false
  let page = 0

  const acknowledged = (cid: Cid, offset: Offset, seq: Seq): void => {
    if (record.acknowledged.some((ack) => ack.cid === cid && ack.author === author)) record.count('acknowledged again')
    record.acknowledged.push({ cid, author, offset, seq })
  }

  const told = new Set<Cid>()
  /** SPEC D1.4: one's own message come back is an acknowledgement; how often it comes again says nothing new. */
  const heardOwn = (entry: Entry): void => {
    if (!hasCid(entry) || entry.author.kind !== who.kind || told.has(entry.body.cid)) return
    if (who.kind === 'agent' && entry.author.id !== who.id) return
    told.add(entry.body.cid)
    acknowledged(entry.body.cid, entry.offset, entry.seq)
  }

  const hear = (bytes: Uint8Array): void => {
    if (who.kind === 'visitor') demand(!asText.decode(bytes).includes(SECRET), `a visitor received a colleague's words`)
    const frame = decodeServerFrame(bytes)
    if (!frame.ok) return
    record.count(`heard ${frame.value.type}`)
    if (frame.value.type === 'reset') record.count(`reset ${frame.value.reason}`)
    if (frame.value.type === 'reject') record.count(`reject ${frame.value.code}`)
    if (frame.value.type === 'ack') acknowledged(frame.value.cid, frame.value.offset, frame.value.seq)
    if (frame.value.type === 'entry') heardOwn(frame.value.entry)
  }

  const posted = ({ status, body }: HttpReply): void => {
    record.count(`post ${status}`)
    if (status !== 201) return
    const { cid, offset, seq } = body as { cid: Cid; offset: Offset; seq: Seq } // what the desk answers to a stored message
    acknowledged(cid, offset, seq)
  }

  const environmentOf = (mine: number): ClientEnvironment => {
    return {
      now: clock.now,
      // A page that was left runs nothing any more.
      after: (delayMs, task) => clock.after(delayMs, () => void (mine === page && task())),
      fraction: random.fraction,
      randomBytes: random.bytes,
      openSocket: (_url, _subprotocol, events) => network.openSocket(events, hear),
      postJson: async (_url, token, body) => {
        const reply = isOnline ? await network.post(token, body) : { status: 0, body: undefined }
        posted(reply)
        return reply
      },
      inflate: async (deflated) => new Uint8Array(inflateRawSync(deflated)),
      storage: memoryStore(rows),
      isOnline: () => isOnline,
      onOnlineChanged(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
  }

  /** A message that failed for a moment may be overtaken: the next one did not wait for it. What is to become of it waits for it. */
  const noteFailures = (opened: Client): void => {
    for (const { state, cid, code } of unsent(opened)) {
      if (state !== 'failed') continue
      for (const { cid: waiting, revises } of opened.state().revisions)
        if (revises.message === cid) record.failed.add(writtenKey(author, waiting))
      const key = writtenKey(author, cid)
      if (record.failed.has(key)) continue
      record.failed.add(key)
      record.count(`failed ${code}`)
    }
  }

  const open = (): Client => {
    page += 1
    isHere = true
    const opened = createClient({
      environment: environmentOf(page),
      deskUrl: 'http://desk',
      token: who.kind === 'visitor' ? visitorToken(who.id) : agentToken(who.id),
      scope: who.kind === 'visitor' ? 'own' : who.scope,
      locale: 'en',
      app: 'simulation',
      storageKey: `${author}/`,
    })
    opened.subscribe(() => noteFailures(opened))
    opened.start()
    return opened
  }

  let client = open()

  /** A message that is taken back takes along what was to become of it. Of one that was sent all the same, the journal tells. */
  const goneWith = (message: Cid): void => {
    const { outbox, revisions } = client.state()
    const gone = [...outbox.filter(({ cid }) => cid === message), ...revisions]
    for (const { cid, revises } of gone)
      if (cid === message || revises?.message === message) record.discarded.add(writtenKey(author, cid))
  }

  return {
    name,
    who,
    client: () => client,
    page: () => page,
    write(conversation, text) {
      const seen = who.kind === 'agent' ? client.state().conversations.get(conversation)?.summary.lastSeq : undefined
      const sent = client.send({ conversation, text, files: [], seen })
      if (!sent.ok) return record.count(`refused ${sent.code}`)
      record.written.set(writtenKey(author, sent.value), {
        cid: sent.value,
        author,
        text,
        seen,
        writer: `${name}/${page} in ${who.kind === 'visitor' ? 'current' : conversation}`,
      })
    },
    revise(conversation, message, text) {
      if (text === null) goneWith(message)
      const revised = client.revise(conversation, message, text)
      if (!revised.ok) return record.count(`refused ${revised.code}`)
      // What was never tried is taken back at once.
      if (revised.value === message) return
      record.written.set(writtenKey(author, revised.value), {
        cid: revised.value,
        author,
        text: text ?? '',
        seen: undefined,
        writer: `${name}/${page} in ${who.kind === 'visitor' ? 'current' : conversation}`,
      })
    },
    settleFailures() {
      for (const { state, cid, code } of unsent(client)) {
        if (state !== 'failed') continue
        if (code && isRetryable(code)) client.retry(cid)
        else {
          goneWith(cid)
          client.discard(cid)
        }
      }
    },
    reload() {
      client.stop()
      client = open()
    },
    leave() {
      client.stop()
      page += 1
      isHere = false
    },
    isHere: () => isHere,
    isOnline: () => isOnline,
    setOnline(online) {
      isOnline = online
      for (const listener of listeners) listener()
    },
  }
}
