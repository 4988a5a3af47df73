import { expect, it } from 'vitest'
import { limits, type Cid, type Entry, type EntryDraft } from '#protocol'
import { clientFrameTable } from '#protocol/frame-tables.ts'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld, type FakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  ack,
  conversation,
  fromGuest,
  fromMe,
  goLive as goLiveOn,
  me,
  opened,
  said,
  saidOf,
  startClient,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'
import { withRevisions } from './with-revisions.ts'

/** On a server that knows the frame. */
const goLive = (world: FakeWorld) => goLiveOn(world, me, undefined, clientFrameTable.revise.id)

const revised = (cid: string, message: Entry, text: string | null): EntryDraft => ({
  author: message.author,
  kind: 'message.revised',
  body: { cid: cid as Cid, message: message.offset, text, isNote: false },
})

const deskWith = async (...texts: readonly string[]) => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLive(world)
  const journal = createEntryMaker()
  const hear = (draft: EntryDraft): Entry => {
    const entry = journal.make(conversation, draft)
    socket.hear({ type: 'entry', entry })
    return entry
  }
  hear(opened)
  const messages = texts.map((text) => hear(said(fromMe, text)))
  await settle()
  const shown = () =>
    (client.state().conversations.get(conversation)?.entries ?? []).flatMap((entry) =>
      entry.kind === 'message.sent' ? [entry.body.revision?.recalled ? null : entry.body.text] : [],
    )
  return { world, client, socket, hear, messages, shown }
}

it('[D2.8] a message reads as its newest revision says, on screen, in the row and in the unread count', async () => {
  const { client, hear, messages, shown } = await deskWith('Helo')
  const [first] = messages
  if (!first) throw new Error('nothing was said')
  hear(revised('cid-edit-1', first, 'Hello'))
  expect(shown()).toEqual(['Hello'])
  const asked = hear(said(fromGuest, '在吗'))
  const row = () => client.state().conversations.get(conversation)?.summary
  expect(row()).toMatchObject({ unread: 1, lastMessage: { preview: '在吗' } })
  hear(revised('cid-recall', asked, null))
  expect(shown()).toEqual(['Hello', null])
  expect(row()).toMatchObject({ unread: 0, lastMessage: { preview: '', isRecalled: true } })
})

it('[D5] an edit made before the message was acknowledged follows it, and both outlive a reload', async () => {
  const { world, client, socket } = await deskWith()
  const sent = client.send({ conversation, text: 'Helo', files: [] })
  if (!sent.ok) throw new Error(sent.code)
  await settle()
  const edit = client.revise(conversation, sent.value, 'Hello')
  if (!edit.ok) throw new Error(edit.code)
  await settle()
  expect(saidOf(socket, 'revise')).toEqual([])
  expect(client.state().outbox).toHaveLength(1)
  expect(client.state().revisions).toMatchObject([{ text: 'Hello', revises: { message: sent.value, isRecall: false } }])

  client.stop()
  const reloaded = startClient(world)
  const again = await goLive(world)
  expect(saidOf(again, 'send')).toMatchObject([{ cid: sent.value }])
  expect(saidOf(again, 'revise')).toEqual([])
  again.hear(ack(sent.value, 2))
  await settle()
  expect(saidOf(again, 'revise')).toEqual([
    { type: 'revise', cid: edit.value, conversation, message: sent.value, text: 'Hello' },
  ])
  again.hear(ack(edit.value, 3))
  await settle()
  expect(world.rows.size).toBe(0)
  expect(reloaded.state().revisions).toMatchObject([{ state: 'stored' }])
})

it('[D5] what was never tried is taken back at once, with what was to become of it', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  await settle()
  const sent = client.send({ conversation, text: 'Helo', files: [] })
  if (!sent.ok) throw new Error(sent.code)
  client.revise(conversation, sent.value, 'Hello')
  client.revise(conversation, sent.value, null)
  await settle()
  expect(client.state()).toMatchObject({ outbox: [], revisions: [] })
  expect(world.rows.size).toBe(0)
})

it('[D2.6] a refused edit says why, and the message stays what it was', async () => {
  const { client, socket, shown } = await deskWith('Helo')
  const edit = client.revise(conversation, 'cid-Helo' as Cid, 'Hello')
  if (!edit.ok) throw new Error(edit.code)
  await settle()
  socket.hear({ type: 'reject', cid: edit.value, code: 'revision_too_late' })
  await settle()
  expect(client.state().revisions).toMatchObject([{ state: 'failed', code: 'revision_too_late' }])
  expect(shown()).toEqual(['Helo'])
  client.discard(edit.value)
  expect(client.state().revisions).toEqual([])
})

it('[D2.7] an edit goes over HTTP as well when no answer comes', async () => {
  const { world, client } = await deskWith('Helo')
  const edit = client.revise(conversation, 'cid-Helo' as Cid, null)
  if (!edit.ok) throw new Error(edit.code)
  await settle()
  world.clock.advance(limits.ackWithinMs)
  await settle()
  expect(world.posts).toMatchObject([
    {
      url: 'http://desk.example/api/v1/revisions',
      body: { cid: edit.value, conversation, message: 'cid-Helo', text: null },
    },
  ])
})

it('[D10.10] a server from before edits is asked over HTTP alone, where it can say so', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLiveOn(world)
  client.revise(conversation, 'cid-Helo' as Cid, 'Hello')
  await settle()
  world.clock.advance(limits.ackWithinMs)
  await settle()
  expect(saidOf(socket, 'revise')).toEqual([])
  const [post] = world.posts
  post?.reply({ status: 404, body: { code: 'not_found' } })
  await settle()
  expect(client.state().revisions).toMatchObject([{ state: 'failed', code: 'not_found' }])
})

it('[D2.6] nothing that the server would refuse leaves the page', async () => {
  const { client } = await deskWith('Helo')
  const refusals = ['', '  ', 'x'.repeat(limits.maxMessageLength + 1)].map((text) =>
    client.revise(conversation, 'cid-Helo' as Cid, text),
  )
  expect(refusals.map((one) => one.ok || one.code)).toEqual(['message_empty', 'message_empty', 'message_too_long'])
  expect(client.state().revisions).toEqual([])
})

it('[D2.8] a page that was read before an edit is shown with it, one that was read after it as it came', async () => {
  const { messages } = await deskWith('one', 'two')
  const [first, second] = messages
  if (!first || !second) throw new Error('nothing was said')
  const journal = createEntryMaker()
  for (let skipped = 0; skipped < 5; skipped += 1) journal.make(conversation, opened)
  const edits = [revised('cid-edit-1', first, 'ONE'), revised('cid-edit-2', first, 'uno')].map((draft) =>
    journal.make(conversation, draft),
  )
  const shown = withRevisions([first, second], edits)
  expect(shown).toMatchObject([{ body: { text: 'uno', revision: { offset: 7, recalled: false } } }, second])
  expect(shown[1]).toBe(second)
  for (const news of [edits, edits.slice(0, 1)]) {
    const again = withRevisions(shown, news)
    expect(again).toEqual(shown)
    expect(again[0]).toBe(shown[0])
  }
  expect(withRevisions(shown, [])).toBe(shown)
})
