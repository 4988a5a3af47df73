import { describe, expect, it } from 'vitest'
import type { ConversationId, Seq } from '#protocol'
import { createDraftStore, maxDrafts } from './draft-store.ts'
import { memoryStorage } from './memory-storage.ts'

const unknown = () => 0 as const
const id = (value: number): ConversationId => value as ConversationId
const file = { key: 'k1', name: 'invoice.pdf', bytes: 10, mime: 'application/pdf', width: 0, height: 0 } as never

describe('drafts', () => {
  it('[D5] what is written or sent in another window shows in this one, and foreign rows do not', () => {
    const storage = memoryStorage()
    const [here, there] = [
      createDraftStore(storage, 'desk', () => 1, unknown),
      createDraftStore(storage, 'desk', () => 2, unknown),
    ]
    const tell = () => here.heard('desk:draft:7', storage.getItem('desk:draft:7'))
    there.change(id(7), { text: 'half' })
    tell()
    expect(here.getState().get(id(7))?.text).toBe('half')
    there.clear(id(7))
    tell()
    expect(here.getState().size).toBe(0)
    for (const [key, value] of [
      ['desk:draft:x', '{}'],
      ['other:draft:7', '{"text":"a"}'],
      [null, null],
      ['desk:draft:7', '{'],
    ] as const)
      here.heard(key, value)
    expect(here.getState().size).toBe(0)
  })

  it('[D5.2] what was before its writer when it was begun stays with a draft, also over a reload', () => {
    const storage = memoryStorage()
    let newest = 4
    const open = () =>
      createDraftStore(
        storage,
        'desk',
        () => 1,
        () => newest as Seq,
      )
    const drafts = open()
    drafts.change(id(7), { text: 'Tomor' })
    newest = 9
    drafts.change(id(7), { text: 'Tomorrow' })
    expect(open().getState().get(id(7))?.seen).toBe(4)
    drafts.clear(id(7))
    drafts.change(id(7), { text: 'Anew' })
    expect(drafts.getState().get(id(7))?.seen).toBe(9)
  })

  it('[D5] what was typed is there after a reload, files too, each conversation its own', () => {
    const storage = memoryStorage()
    const before = createDraftStore(storage, 'desk', () => 1, unknown)
    before.change(id(7), { text: '您好，退款' })
    before.change(id(8), { files: [file] })
    const after = createDraftStore(storage, 'desk', () => 2, unknown)
    expect(after.getState().get(id(7))?.text).toBe('您好，退款')
    expect(after.getState().get(id(8))).toMatchObject({ text: '', files: [file] })
  })

  it('[D5] another person on the same computer sees none of it', () => {
    const storage = memoryStorage()
    createDraftStore(storage, 'session:1', () => 1, unknown).change(id(7), { text: 'mine' })
    expect(createDraftStore(storage, 'session:2', () => 1, unknown).getState().size).toBe(0)
    expect(createDraftStore(storage, 'session:11', () => 1, unknown).getState().size).toBe(0)
  })

  it('[D9] an emptied draft leaves nothing behind, and the oldest make room', () => {
    const storage = memoryStorage()
    let time = 0
    const drafts = createDraftStore(storage, 'desk', () => (time += 1), unknown)
    drafts.change(id(1), { text: 'a' })
    drafts.change(id(1), { text: '' })
    expect([drafts.getState().size, storage.length]).toEqual([0, 0])
    for (let index = 1; index <= maxDrafts + 3; index += 1) drafts.change(id(index), { text: 'x' })
    expect([drafts.getState().size, storage.length]).toEqual([maxDrafts, maxDrafts])
    expect(drafts.getState().has(id(3))).toBe(false)
    expect(drafts.getState().has(id(4))).toBe(true)
  })

  it('[D5] a full disk costs the reload, never the typing', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const drafts = createDraftStore(full, 'desk', () => 1, unknown)
    drafts.change(id(1), { text: 'still here' })
    expect(drafts.getState().get(id(1))?.text).toBe('still here')
  })
})
