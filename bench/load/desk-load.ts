// A desk under load: visitors and agents on real sockets, messages at a fixed rate, each followed to its acknowledgement and
// to the other side's screen. One run is one rate.
import { NO_CONVERSATION, type Cid, type ConversationId, type RequestId, type ServerFrame } from '#protocol'
import { createAgent, createOwner, createVisitor } from './desk-api.ts'
import { LatencyRecorder, type LatencyFigures } from './latency-figures.ts'
import { openLoadConnection, type LoadConnection } from './load-connection.ts'
import { runOpenLoop } from './open-loop.ts'
import type { ServerProcess } from './server-process.ts'

export type RateResult = {
  readonly ratePerSecond: number
  readonly sent: number
  readonly acknowledged: number
  readonly delivered: number
  readonly refused: number
  readonly ack: LatencyFigures
  readonly delivery: LatencyFigures
  readonly cpuUsPerMessage: number
  readonly residentMb: number
}

type Conversation = { readonly id: ConversationId; readonly visitor: LoadConnection; agent: LoadConnection | undefined }

/** Every tenth message is an agent's, spread over the agents so that none passes the flood bound of a human. */
const AGENT_EVERY = 10
const VISITORS_PER_ADDRESS = 500
const AGENT_CAPACITY = 1000
const CID_PREFIX = 'bench-'
const TEXTS = [
  'Hello, where is my order?',
  '你好，我的订单到哪里了？',
  'Thanks, that is all I needed to know today.',
  '我想退款，茶壶到的时候盖子碎了。',
]
/** Time for the last messages of a run to arrive. */
const SETTLE_MS = 2000

export class DeskLoad {
  readonly #server: ServerProcess
  readonly #conversations: Conversation[] = []
  readonly #agentById = new Map<number, LoadConnection>()
  #intendedAtMs = new Float64Array(0)
  #ack = new LatencyRecorder()
  #delivery = new LatencyRecorder()
  #counts = { acknowledged: 0, delivered: 0, refused: 0 }
  #offset = 0

  constructor(server: ServerProcess) {
    this.#server = server
  }

  /** Opens all connections and one assigned conversation for each visitor. */
  async populate(visitorCount: number, agentCount: number): Promise<void> {
    const ownerToken = await createOwner(this.#server.url, this.#server.setupCode)
    for (let index = 0; index < agentCount; index += 1) {
      const token = await createAgent(this.#server.url, ownerToken, index, AGENT_CAPACITY)
      await this.#openAgent(token)
    }
    for (let index = 0; index < visitorCount; index += 1) {
      const localAddress = `127.0.1.${1 + Math.floor(index / VISITORS_PER_ADDRESS)}`
      await this.#openVisitor(await createVisitor(this.#server.url, localAddress), localAddress, index)
    }
  }

  async run(ratePerSecond: number, durationMs: number): Promise<RateResult> {
    const total = Math.round((ratePerSecond * durationMs) / 1000)
    const base = this.#offset
    this.#offset += total
    const intended = new Float64Array(this.#offset)
    intended.set(this.#intendedAtMs)
    this.#intendedAtMs = intended
    this.#ack = new LatencyRecorder()
    this.#delivery = new LatencyRecorder()
    this.#counts = { acknowledged: 0, delivered: 0, refused: 0 }
    const cpuBeforeMs = this.#server.cpuMs()
    await runOpenLoop(ratePerSecond, durationMs, (index, intendedAtMs) => this.#sendOne(base + index, intendedAtMs))
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const cpuMs = this.#server.cpuMs() - cpuBeforeMs
    return {
      ratePerSecond,
      sent: total,
      ...this.#counts,
      ack: this.#ack.figures(),
      delivery: this.#delivery.figures(),
      cpuUsPerMessage: (cpuMs * 1000) / total,
      residentMb: this.#server.residentMb(),
    }
  }

  close(): void {
    for (const conversation of this.#conversations) conversation.visitor.close()
    for (const agent of this.#agentById.values()) agent.close()
  }

  #sendOne(index: number, intendedAtMs: number): void {
    const conversation = this.#conversations[index % this.#conversations.length]
    if (!conversation) return
    this.#intendedAtMs[index] = intendedAtMs
    // Shifted by one each round: else all agents' turns fall on the conversations of one agent.
    const isAgentsTurn = (index + Math.floor(index / AGENT_EVERY)) % AGENT_EVERY === 0
    const sender = isAgentsTurn && conversation.agent ? conversation.agent : conversation.visitor
    sender.send({
      type: 'send',
      cid: `${CID_PREFIX}${index.toString().padStart(8, '0')}` as Cid,
      conversation: conversation.id,
      text: TEXTS[index % TEXTS.length] ?? '',
      files: [],
    })
  }

  #indexOf(cid: string): number | undefined {
    return cid.startsWith(CID_PREFIX) ? Number(cid.slice(CID_PREFIX.length)) : undefined
  }

  #acknowledged(cid: string): void {
    const index = this.#indexOf(cid)
    if (index === undefined) return
    this.#counts.acknowledged += 1
    this.#ack.record(performance.now() - (this.#intendedAtMs[index] ?? 0))
  }

  /** Counts a message when it reaches the side that did not write it. */
  #heard(frame: ServerFrame, side: 'visitor' | 'agent'): void {
    if (frame.type === 'ack') this.#acknowledged(frame.cid)
    if (frame.type === 'reject') this.#counts.refused += 1
    if (frame.type !== 'entry' || frame.entry.kind !== 'message.sent') return
    if (frame.entry.author.kind === side) return this.#acknowledged(frame.entry.body.cid)
    const index = this.#indexOf(frame.entry.body.cid)
    if (index === undefined) return
    this.#counts.delivered += 1
    this.#delivery.record(performance.now() - (this.#intendedAtMs[index] ?? 0))
  }

  async #openAgent(token: string): Promise<void> {
    let agentId = 0
    const connection = await openLoadConnection({
      url: wsUrl(this.#server.url),
      token,
      scope: 'own',
      localAddress: '127.0.0.1',
      onClosed: () => undefined,
      onFrame: (frame) => {
        if (frame.type === 'welcome') agentId = frame.viewer.id
        this.#heard(frame, 'agent')
      },
    })
    this.#agentById.set(agentId, connection)
    connection.send({ type: 'status', rid: 1 as RequestId, status: 'online' })
  }

  async #openVisitor(token: string, localAddress: string, index: number): Promise<void> {
    let opened: (conversation: Conversation) => void = () => undefined
    const isOpen = new Promise<Conversation>((resolve) => (opened = resolve))
    const connection = await openLoadConnection({
      url: wsUrl(this.#server.url),
      token,
      scope: 'own',
      localAddress,
      onClosed: () => undefined,
      onFrame: (frame) => {
        if (frame.type === 'entry' && frame.entry.kind === 'conversation.assigned')
          opened({
            id: frame.entry.conversation,
            visitor: connection,
            agent: this.#agentById.get(frame.entry.body.agent),
          })
        this.#heard(frame, 'visitor')
      },
    })
    connection.send({
      type: 'send',
      cid: `opening-${index}` as Cid,
      conversation: NO_CONVERSATION,
      text: TEXTS[0] ?? '',
      files: [],
    })
    this.#conversations.push(await isOpen)
  }
}

const wsUrl = (url: string): string => `${url.replace(/^http/u, 'ws')}/ws`
