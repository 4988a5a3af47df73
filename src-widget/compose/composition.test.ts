import { describe, expect, it } from 'vitest'
import { limits, ok, type FileKey, type FileRef, type Result } from '#protocol'
import { createManualClock } from '../../src-server/testing/manual-clock.ts'
import { createWidgetStorage } from '../storage/widget-storage.ts'
import { clientState, view } from '../testing/build-entries.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { createSharedArea } from '../testing/memory-storage.ts'
import { createComposition } from './composition.ts'
import { createDraftKeeper } from './draft.ts'
import { createUploadList, type PickedFile } from './upload-list.ts'

const ref: FileRef = { key: 'k' as FileKey, name: 'a.png', bytes: 1, mime: 'image/png', width: 1, height: 1 }

const start = (shared = createSharedArea()) => {
  const clock = createManualClock()
  const desk = createFakeDesk()
  const client = desk.connect()
  client.start()
  const tab = shared.openTab()
  const done: ((result: Result<FileRef>) => void)[] = []
  const world = { isWriting: true }
  const uploads = createUploadList<PickedFile>((_, __, finished) => {
    done.push(finished)
    return () => {}
  })
  const composition = createComposition({
    client,
    uploads,
    drafts: createDraftKeeper(createWidgetStorage(tab.area, 'p:', tab.news)),
    after: clock.after,
    isWriting: () => world.isWriting,
  })
  const finish = (): void => done.shift()?.(ok(ref))
  return { composition, client, desk, clock, uploads, world, finish, shared }
}

describe('the composer', () => {
  it('[D5] keeps text and finished files until they are sent', () => {
    const { composition, uploads, finish, desk, shared } = start()
    composition.write('退款')
    expect(start(shared).composition.text()).toBe('退款')
    composition.addFiles([{ name: 'a.png', size: 1, type: 'image/png' }])
    expect(composition.verdict()).toBe('uploading')
    expect(composition.send()).toBe(false)
    finish()
    const reloaded = start(shared)
    expect(reloaded.composition.text()).toBe('退款')
    expect(reloaded.uploads.all()).toMatchObject([{ kind: 'done', ref }])
    expect(composition.send()).toBe(true)
    expect(desk.stored).toEqual(['退款'])
    expect([composition.text(), uploads.all(), start(shared).composition.text()]).toEqual(['', [], ''])
  })

  it('[D5] keeps what the client would not take, and says why until something changes', () => {
    const { composition, desk } = start()
    desk.refuse = 'too_many_in_flight'
    composition.write('hello')
    expect(composition.send()).toBe(false)
    expect([composition.text(), composition.refusal()]).toEqual(['hello', 'too_many_in_flight'])
    composition.write('hello again')
    expect(composition.refusal()).toBeUndefined()
  })

  it('takes over what another tab wrote, never under the hands', () => {
    const shared = createSharedArea()
    const [one, two] = [start(shared), start(shared)]
    one.composition.write('from one')
    expect(two.composition.text()).toBe('')
    two.world.isWriting = false
    one.composition.write('from one, longer')
    expect(two.composition.text()).toBe('from one, longer')
  })

  it('tells of typing in an open conversation, and of the pause after it', () => {
    const { composition, client, clock } = start()
    client.setState(clientState([view(1, [])]))
    composition.write('a')
    composition.write('ab')
    clock.advance(limits.typingFadesMs)
    composition.stopTyping()
    expect(client.calls).toEqual(['setTyping 1 true', 'setTyping 1 true', 'setTyping 1 false'])
    client.setState(clientState([view(1, [], { summary: { status: 'closed' } })]))
    composition.write('abc')
    expect(client.calls).toHaveLength(3)
    composition.stopTyping()
    expect(clock.waiting).toBe(0)
  })
})
