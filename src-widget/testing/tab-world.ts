// Several tabs of one browser without a browser: one channel, one lock, one storage, one hand-moved clock.
import type { Cid, EpochMs } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { createMessageBox } from '../storage/message-box.ts'
import { createWidgetStorage } from '../storage/widget-storage.ts'
import { createChannelLeadership } from '../tabs/channel-leadership.ts'
import { createLockLeadership, type Locks } from '../tabs/lock-leadership.ts'
import { createTabClient, type TabClient } from '../tabs/tab-client.ts'
import type { TabChannel } from '../tabs/tab-channel.ts'
import type { TabMessage } from '../tabs/tab-message.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import { createSharedArea } from './memory-storage.ts'

type Clock = { now(): EpochMs; after(delayMs: number, task: () => void): Cancel }
type Member = { frozen: boolean; readonly listeners: Set<(message: TabMessage) => void>; readonly inbox: TabMessage[] }

/** Delivers by hand: `settle` carries every message to every tab that is awake, until all is quiet. */
export const createFakeChannels = () => {
  const members = new Set<Member>()
  const deliver = (member: Member): boolean => {
    const message = member.frozen ? undefined : member.inbox.shift()
    if (!message) return false
    for (const listener of member.listeners) listener(message)
    return true
  }
  return {
    open(): TabChannel & { member: Member } {
      const member: Member = { frozen: false, listeners: new Set(), inbox: [] }
      members.add(member)
      return {
        member,
        post: (message) => {
          // What a browser does: the receiver gets a copy.
          for (const other of members) if (other !== member) other.inbox.push(structuredClone(message))
        },
        listen: (listener) => {
          member.listeners.add(listener)
          return () => void member.listeners.delete(listener)
        },
      }
    },
    close: (member: Member) => void members.delete(member),
    settle: () => {
      while ([...members].some(deliver)) continue
    },
  }
}

type LockRequest = { readonly whileHeld: () => Promise<void>; readonly settle: (error?: Error) => void }

/** The browser's lock manager for one name: first come, first served, and stealing. */
const createFakeLocks = (): Locks => {
  let holder: LockRequest | undefined
  const queue: LockRequest[] = []

  const grant = (): void => {
    if (holder) return
    const next = queue.shift()
    if (!next) return
    holder = next
    void next.whileHeld().then(() => {
      if (holder !== next) return
      holder = undefined
      next.settle()
      grant()
    })
  }

  return {
    request: (_, { signal, steal }, whileHeld) =>
      new Promise((resolve, reject) => {
        const request: LockRequest = { whileHeld, settle: (error) => (error ? reject(error) : resolve(undefined)) }
        if (steal) {
          const robbed = holder
          holder = undefined
          queue.unshift(request)
          robbed?.settle(new DOMException('stolen', 'AbortError'))
        } else queue.push(request)
        signal?.addEventListener('abort', () => {
          const place = queue.indexOf(request)
          if (place >= 0) queue.splice(place, 1)
          reject(new DOMException('aborted', 'AbortError'))
        })
        queueMicrotask(grant)
      }),
  }
}

export type FakeTab = TabClient & {
  /** The page goes to sleep without a word: nothing is heard or answered until it wakes. */
  freeze(): void
  wake(): void
  visible: boolean
  away: boolean
}

export const createTabWorld = (kind: 'locks' | 'channel', clock: Clock, connect: () => VisitorClient) => {
  const channels = createFakeChannels()
  const locks = createFakeLocks()
  const shared = createSharedArea()
  let tabs = 0
  let cids = 0

  const open = (): FakeTab => {
    tabs += 1
    const tab = `tab-${String.fromCharCode(96 + tabs)}`
    const channel = channels.open()
    const { area, news } = shared.openTab()
    const storage = createWidgetStorage(area, 'frontdesk:', news)
    const leadership =
      kind === 'locks' ? createLockLeadership(locks, 'leader') : createChannelLeadership(tab, channel, clock)
    const client: TabClient = createTabClient({
      tab,
      channel,
      leadership,
      clock,
      createClient: connect,
      box: createMessageBox(storage, storageKeys.handover),
      makeCid: () => `cid-${tab}-${(cids += 1)}` as Cid,
      isVisible: () => fake.visible,
      isAway: () => fake.away,
    })
    const fake: FakeTab = Object.assign(client, {
      visible: true,
      away: false,
      freeze: () => void (channel.member.frozen = true),
      wake: () => void (channel.member.frozen = false),
    })
    fake.start()
    return fake
  }

  /** Lets locks, promises and messages come to rest. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      channels.settle()
      await Promise.resolve()
    }
  }

  return { open, settle, area: shared }
}
