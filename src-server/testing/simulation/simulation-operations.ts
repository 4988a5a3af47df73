// What people, the network and the machine may do to the desk at any moment, and how often.
import {
  agentStatuses,
  chosenCloseReasons,
  NO_AGENT,
  NO_CONVERSATION,
  type ConversationId,
  type Offset,
} from '../../protocol/index.ts'
import type { ConversationView } from '#client/client-state.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { SimulatedDesk } from './simulated-desk.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { SECRET, type SimulatedPerson, type Who } from './simulated-person.ts'

export type World = {
  readonly random: SeededRandom
  readonly network: SimulatedNetwork
  readonly desk: SimulatedDesk
  readonly people: readonly SimulatedPerson[]
  crash(): Promise<void>
  restart(): Promise<void>
  readonly isUp: boolean
  /** A number for each text, so that a log tells them apart. */
  nextText(): number
  /** Set while commands wait for a slow disk. */
  releaseDisk: (() => void) | undefined
}

/** @returns what was done, for the log; undefined when there was nothing to do it to. */
export type Operation = (world: World) => string | undefined | Promise<string | undefined>

const someText = (world: World): string =>
  `${world.random.pick(['在吗', 'hello', '退款怎么办', 'thanks', '👋🏽'])} ${world.nextText()}`

const someone = ({ people, random }: World, kind?: Who['kind']) =>
  random.pick(people.filter(({ who, isHere }) => isHere() && (kind === undefined || who.kind === kind)))
const visitorOf = (world: World) => someone(world, 'visitor')
const agentOf = (world: World) => someone(world, 'agent')
const viewsOf = (person: SimulatedPerson): ConversationView[] => [...person.client().state().conversations.values()]

const someView = (
  world: World,
  person: SimulatedPerson | undefined,
  wanted: (view: ConversationView) => boolean = () => true,
): { readonly person: SimulatedPerson; readonly view: ConversationView; readonly id: ConversationId } | undefined => {
  const view = person && world.random.pick(viewsOf(person).filter(wanted))
  return person && view && { person, view, id: view.summary.id }
}

const isOwn =
  (person: SimulatedPerson | undefined) =>
  ({ summary }: ConversationView): boolean =>
    summary.status === 'open' && summary.owner === person?.who.id

const someAgentId = (world: World) => {
  const agent = agentOf(world)?.who
  return agent?.kind === 'agent' ? agent.id : NO_AGENT
}

const read = (world: World, person: SimulatedPerson | undefined): string | undefined => {
  const found = someView(world, person)
  const upTo: Offset | undefined = world.random.chance(0.7)
    ? found?.view.summary.lastOffset
    : world.random.pick(found?.view.entries ?? [])?.offset
  if (!found || upTo === undefined) return undefined
  found.person.client().markRead(found.id, upTo)
  return `${found.person.name} reads ${found.id} up to ${upTo}`
}

/** One's own newest mostly, also what is still on its way, now and then something old or a colleague's. */
const revise = (world: World, text: string | null): string | undefined => {
  const person = someone(world)
  const found = someView(world, person)
  if (!found) return undefined
  const { client, who } = found.person
  const own = found.view.entries.filter(
    (entry) =>
      entry.kind === 'message.sent' &&
      entry.author.kind === who.kind &&
      (who.kind === 'visitor' || entry.author.id === who.id),
  )
  const waiting = client()
    .state()
    .outbox.filter(({ conversation }) => conversation === found.id || conversation === NO_CONVERSATION)
  const any = world.random.pick(found.view.entries.filter((entry) => entry.kind === 'message.sent'))
  const cids = [...own.slice(-2), ...(any && world.random.chance(0.2) ? [any] : [])].map((entry) =>
    entry.kind === 'message.sent' ? entry.body.cid : undefined,
  )
  const cid = world.random.pick([...cids, ...waiting.map((message) => message.cid)])
  if (cid === undefined) return undefined
  found.person.revise(world.random.chance(0.5) ? found.id : NO_CONVERSATION, cid, text)
  return `${found.person.name} ${text === null ? 'recalls' : `edits to "${text}"`} ${cid} in ${found.id}`
}

export const operations: readonly { readonly name: string; readonly weight: number; readonly run: Operation }[] = [
  {
    name: 'visitor writes',
    weight: 20,
    run(world) {
      const visitor = visitorOf(world)
      const current = world.random.chance(0.5) ? someView(world, visitor)?.id : undefined
      const text = someText(world)
      visitor?.write(current ?? NO_CONVERSATION, text)
      return visitor && `${visitor.name} writes "${text}" to ${current ?? 'current'}`
    },
  },
  {
    name: 'agent writes',
    weight: 16,
    run(world) {
      const agent = agentOf(world)
      // Now and then where they may not, or where nobody is yet.
      const found = someView(world, agent, world.random.chance(0.9) ? isOwn(agent) : undefined)
      const text = someText(world)
      found?.person.write(found.id, text)
      return found && `${found.person.name} writes "${text}" to ${found.id}`
    },
  },
  { name: 'edit', weight: 6, run: (world) => revise(world, `${someText(world)} (edited)`) },
  { name: 'recall', weight: 4, run: (world) => revise(world, null) },
  { name: 'visitor reads', weight: 5, run: (world) => read(world, visitorOf(world)) },
  { name: 'agent reads', weight: 8, run: (world) => read(world, agentOf(world)) },
  {
    name: 'close',
    weight: 4,
    run(world) {
      const agent = agentOf(world)
      const found = someView(world, agent, isOwn(agent))
      void found?.person.client().close(found.id, world.random.pick(chosenCloseReasons) ?? 'other')
      return found && `${found.person.name} closes ${found.id}`
    },
  },
  {
    name: 'transfer',
    weight: 4,
    run(world) {
      const agent = agentOf(world)
      const found = someView(world, agent, isOwn(agent))
      const to = someAgentId(world)
      void found?.person.client().transfer(found.id, to, SECRET)
      return found && `${found.person.name} transfers ${found.id} to ${to}`
    },
  },
  {
    name: 'assign',
    weight: 3,
    run(world) {
      const found = someView(world, agentOf(world), ({ summary }) => summary.status === 'open')
      const to = world.random.chance(0.4) ? NO_AGENT : someAgentId(world)
      void found?.person.client().assign(found.id, to)
      return found && `${found.person.name} assigns ${found.id} to ${to}`
    },
  },
  {
    name: 'status',
    weight: 4,
    run(world) {
      const agent = agentOf(world)
      const status = world.random.pick(agentStatuses) ?? 'online'
      void agent?.client().setStatus(status)
      return agent && `${agent.name} is ${status}`
    },
  },
  {
    name: 'open',
    weight: 5,
    run(world) {
      const found = someView(world, agentOf(world))
      found?.person.client().open(found.id)
      return found && `${found.person.name} opens ${found.id}`
    },
  },
  {
    name: 'earlier',
    weight: 2,
    run(world) {
      const found = someView(world, someone(world))
      found?.person.client().loadEarlier(found.id)
      return found && `${found.person.name} looks back in ${found.id}`
    },
  },
  {
    name: 'list',
    weight: 2,
    run(world) {
      const agent = agentOf(world)
      void agent?.client().list({ view: world.random.pick(['closed', 'open', 'mine', 'queue'] as const) ?? 'closed' })
      return agent && `${agent.name} lists`
    },
  },
  {
    name: 'type and move',
    weight: 3,
    run(world) {
      const found = someView(world, someone(world))
      found?.person.client().setTyping(found.id, world.random.chance(0.7))
      if (found?.person.who.kind === 'visitor')
        found.person.client().setPage({ url: 'https://shop/p', title: 'P', referrer: '' })
      return found && `${found.person.name} types in ${found.id}`
    },
  },
  {
    name: 'reload',
    weight: 3,
    run(world) {
      const person = world.random.pick(world.people)
      person?.reload()
      return person && `${person.name} reloads`
    },
  },
  {
    name: 'leave',
    weight: 1,
    run({ random, people }) {
      const person = random.pick(people.filter(({ isHere }) => isHere()))
      person?.leave()
      return person && `${person.name} leaves`
    },
  },
  {
    name: 'retry failed',
    weight: 2,
    run(world) {
      const person = someone(world)
      const failed = person
        ?.client()
        .state()
        .outbox.find(({ state }) => state === 'failed')
      if (failed) person?.client().retry(failed.cid)
      return failed && `${person?.name} tries "${failed.text}" again`
    },
  },
  {
    name: 'go offline or online',
    weight: 3,
    run(world) {
      const person = world.random.pick(world.people)
      person?.setOnline(!person.isOnline())
      return person && `${person.name} is ${person.isOnline() ? 'online' : 'offline'}`
    },
  },
  {
    name: 'cut',
    weight: 5,
    run(world) {
      const connection = world.random.pick(world.network.connections)
      connection?.cut()
      return connection && 'a connection breaks'
    },
  },
  {
    name: 'freeze',
    weight: 3,
    run(world) {
      const connection = world.random.pick(world.network.connections)
      connection?.freeze()
      return connection && 'a connection goes half-open'
    },
  },
  {
    name: 'thaw',
    weight: 2,
    run(world) {
      for (const connection of world.network.connections) connection.thaw()
      return 'half-open connections move again'
    },
  },
  {
    name: 'weather',
    weight: 3,
    run(world) {
      const loss = world.random.pick([0, 0, 0.1, 0.4]) ?? 0
      const maxDelayMs = world.random.pick([5, 50, 800, 4_000]) ?? 5
      world.network.faults = { loss, maxDelayMs }
      return `the network loses ${loss} and takes up to ${maxDelayMs} ms`
    },
  },
  {
    name: 'crash',
    weight: 2,
    async run(world) {
      if (!world.isUp) return undefined
      await world.crash()
      return 'the server crashes'
    },
  },
  {
    name: 'restart',
    weight: 6,
    async run(world) {
      if (world.isUp) return undefined
      await world.restart()
      return 'the server starts'
    },
  },
  {
    name: 'full disk',
    weight: 3,
    run({ desk }) {
      desk.isDiskFull = !desk.isDiskFull
      return desk.isDiskFull ? 'the disk is full' : 'the disk has room'
    },
  },
  {
    name: 'slow disk',
    weight: 3,
    run(world) {
      const release = world.releaseDisk
      release?.()
      world.releaseDisk = release ? undefined : world.desk.holdDisk()
      return release ? 'the disk goes on' : 'the disk hangs'
    },
  },
]
