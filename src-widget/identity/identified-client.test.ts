import { describe, expect, it } from 'vitest'
import { fail, limits, NO_CONVERSATION, ok, type Cid, type ErrorCode, type Result, type VisitorId } from '#protocol'
import type { HttpReply } from '#client/environment.ts'
import { createManualClock } from '../../src-server/testing/manual-clock.ts'
import { createMessageBox } from '../storage/message-box.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { createWidgetStorage } from '../storage/widget-storage.ts'
import { createFakeDesk, type FakeClient } from '../testing/fake-desk.ts'
import { createSharedArea } from '../testing/memory-storage.ts'
import { claimIdentity } from './claim-identity.ts'
import { createIdentifiedClient } from './identified-client.ts'
import { emptyClientState } from '../visitor/visitor-client.ts'
import { forgetIdentity, readIdentity, writeIdentity, type Identity } from './stored-identity.ts'

const identity = (visitor: number): Identity => ({ visitor: visitor as VisitorId, token: `v1.${visitor}.mac` })
const message = (text: string) => ({ conversation: NO_CONVERSATION, text, files: [] })
const rest = async (): Promise<void> => {
  for (let round = 0; round < 6; round += 1) await Promise.resolve()
}

describe('a client without an identity', () => {
  const start = () => {
    const clock = createManualClock()
    const storage = createWidgetStorage(createSharedArea().openTab().area, 'p:', () => () => {})
    const desk = createFakeDesk()
    const clients: FakeClient[] = []
    const answers: Result<Identity>[] = []
    const forgotten: Identity[] = []
    let online: (() => void) | undefined
    let isOnline = true
    const client = createIdentifiedClient({
      claim: async () => answers.shift() ?? fail('no_answer'),
      forget: (each) => void forgotten.push(each),
      createClient: () => {
        const made = desk.connect()
        clients.push(made)
        return made
      },
      box: createMessageBox(storage, storageKeys.early),
      makeCid: () => `cid-${clock.now()}` as Cid,
      world: {
        now: clock.now,
        after: clock.after,
        fraction: () => 1,
        isOnline: () => isOnline,
        onOnlineChanged: (listener) => {
          online = listener
          return () => (online = undefined)
        },
      },
    })
    const goOnline = (value: boolean): void => {
      isOnline = value
      online?.()
    }
    return { client, clock, desk, clients, answers, forgotten, storage, goOnline }
  }

  it('[D5] keeps what is written before there is one and sends it under the same cid', async () => {
    const { client, clock, desk, answers, storage } = start()
    client.start()
    await rest()
    expect(client.state().link).toMatchObject({ kind: 'waiting', attempt: 1 })
    const sent = client.send(message('hello'))
    expect(client.state().outbox.map((each) => [each.text, each.state])).toEqual([['hello', 'sending']])
    expect(storage.keys(storageKeys.early)).toHaveLength(1)
    answers.push(ok(identity(7)))
    clock.advance(limits.reconnectMaxMs)
    await rest()
    expect(desk.sends).toEqual(sent.ok ? [sent.value] : [])
    expect(storage.keys(storageKeys.early)).toEqual([])
    expect(client.state().link.kind).toBe('live')
  })

  it('waits for the network instead of trying without one', async () => {
    const { client, answers, goOnline } = start()
    goOnline(false)
    answers.push(ok(identity(7)))
    client.start()
    expect(client.state().link.kind).toBe('offline')
    goOnline(true)
    await rest()
    expect(client.state().link.kind).toBe('live')
  })

  it('says why it waits when the desk said so, and tries at once when asked', async () => {
    const { client, answers } = start()
    answers.push(fail('too_many_requests'), ok(identity(7)))
    client.start()
    await rest()
    expect(client.state().link).toMatchObject({ kind: 'waiting', code: 'too_many_requests' })
    client.reconnectNow()
    await rest()
    expect(client.state().link.kind).toBe('live')
  })

  it('[D10] stops asking where the desk said that it never will', async () => {
    const { client, clock, answers } = start()
    answers.push(fail('origin_forbidden'))
    client.start()
    await rest()
    expect(client.state().link).toEqual({ kind: 'refused', code: 'origin_forbidden' })
    expect(clock.waiting).toBe(0)
  })

  it.each(['unauthorized', 'session_revoked'] satisfies ErrorCode[])(
    '[D5] asks for a new one once when the desk says %s, and sends what was not sent',
    async (code) => {
      const { client, desk, clients, answers, forgotten, storage } = start()
      answers.push(ok(identity(7)), ok(identity(8)), ok(identity(9)))
      client.start()
      await rest()
      desk.reachable = false
      client.send(message('still mine'))
      // What the desk has already is not sent again, in another visitor's name.
      const before = clients[0]?.state() ?? emptyClientState
      const stored = before.outbox.map((each) => ({ ...each, cid: 'cid-stored' as Cid, state: 'stored' as const }))
      clients[0]?.setState({ ...before, outbox: [...before.outbox, ...stored], link: { kind: 'refused', code } })
      // Safe before the new identity is here: the page may go away meanwhile.
      expect(storage.keys(storageKeys.early)).toHaveLength(1)
      expect(client.state().outbox.map(({ text }) => text)).toEqual(['still mine'])
      desk.reachable = true
      await rest()
      expect(forgotten).toEqual([identity(7)])
      expect(desk.stored).toEqual(['still mine'])
      clients[1]?.setState({ ...clients[1].state(), link: { kind: 'refused', code } })
      await rest()
      expect(forgotten).toHaveLength(1)
      expect(client.state().link.kind).toBe('refused')
    },
  )
})

describe('claiming an identity', () => {
  const start = (reply: HttpReply) => {
    const storage = createWidgetStorage(createSharedArea().openTab().area, 'p:', () => () => {})
    const posted: string[] = []
    const claim = (onPost: () => void = () => {}) =>
      claimIdentity({
        deskUrl: 'https://desk.example',
        storage,
        postJson: async (url) => {
          posted.push(url)
          onPost()
          return reply
        },
        newVisitor: () => ({ locale: 'zh' }),
        exclusively: async (task) => task(),
      })
    return { storage, posted, claim }
  }

  it('asks the desk once and then reads what it kept', async () => {
    const { storage, posted, claim } = start({ status: 201, body: identity(7) })
    expect(await claim()).toEqual(ok(identity(7)))
    expect(await claim()).toEqual(ok(identity(7)))
    expect(posted).toEqual(['https://desk.example/api/v1/visitors'])
    expect(readIdentity(storage)).toEqual(identity(7))
  })

  it('takes the identity of a tab that was quicker', async () => {
    const { storage, claim } = start({ status: 201, body: identity(7) })
    expect(await claim(() => writeIdentity(storage, identity(6)))).toEqual(ok(identity(6)))
  })

  it.each([
    [{ status: 0, body: undefined }, 'no_answer'],
    [{ status: 502, body: '<html>' }, 'no_answer'],
    [{ status: 200, body: { visitor: 'x', token: 1 } }, 'no_answer'],
    [{ status: 429, body: { code: 'too_many_requests' } }, 'too_many_requests'],
    [{ status: 500, body: { code: 'toString' } }, 'no_answer'],
  ])('answers %o with a code', async (reply, code) => {
    expect(await start(reply).claim()).toEqual(fail(code as ErrorCode))
  })

  it('forgets an identity with all that hung on it, but never a newer one', () => {
    const { storage } = start({ status: 0, body: undefined })
    writeIdentity(storage, identity(7))
    storage.set(`${storageKeys.client(7)}outbox/x`, 'x')
    storage.set(storageKeys.draft, 'kept')
    forgetIdentity(storage, identity(6))
    expect(readIdentity(storage)).toEqual(identity(7))
    forgetIdentity(storage, identity(7))
    expect(storage.keys('')).toEqual([storageKeys.draft])
    storage.set(storageKeys.identity, '{broken')
    expect(readIdentity(storage)).toBeUndefined()
  })
})
