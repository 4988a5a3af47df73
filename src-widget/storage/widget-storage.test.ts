import { describe, expect, it } from 'vitest'
import { createSharedArea } from '../testing/memory-storage.ts'
import { cid, conversationId } from '../testing/build-entries.ts'
import { createMessageBox } from './message-box.ts'
import { createWidgetStorage } from './widget-storage.ts'

const deaf = () => () => {}

describe('the widget storage', () => {
  it('keeps desks apart and lists by prefix', () => {
    const { area } = createSharedArea().openTab()
    const one = createWidgetStorage(area, 'frontdesk:https://a:', deaf)
    const two = createWidgetStorage(area, 'frontdesk:https://b:', deaf)
    one.set('early:x', '1')
    two.set('early:y', '2')
    expect(one.keys('early:')).toEqual(['early:x'])
    expect(two.get('early:x')).toBeUndefined()
  })

  it('[D5] goes on in memory when storage is forbidden or full', () => {
    const forbidden = createWidgetStorage(undefined, 'p:', deaf)
    forbidden.set('draft', 'hello')
    expect(forbidden.get('draft')).toBe('hello')
    expect(forbidden.keys('')).toEqual(['draft'])

    const shared = createSharedArea()
    const storage = createWidgetStorage(shared.openTab().area, 'p:', deaf)
    storage.set('draft', 'old')
    shared.full = true
    storage.set('draft', 'new')
    expect(storage.get('draft')).toBe('new')
    shared.full = false
    storage.set('draft', 'newest')
    expect(storage.get('draft')).toBe('newest')
    storage.remove('draft')
    expect(storage.get('draft')).toBeUndefined()
  })

  it('tells what another tab changed, below its own prefix only', () => {
    const shared = createSharedArea()
    const [a, b] = [shared.openTab(), shared.openTab()]
    const heard: string[] = []
    createWidgetStorage(a.area, 'p:', a.news).onChanged((key) => heard.push(key))
    createWidgetStorage(b.area, 'p:', b.news).set('draft', 'x')
    createWidgetStorage(b.area, 'q:', b.news).set('draft', 'x')
    expect(heard).toEqual(['draft'])
  })
})

describe('a message box', () => {
  it('[D5] gives back what was put, in order, and drops what it cannot read', () => {
    const storage = createWidgetStorage(createSharedArea().openTab().area, 'p:', deaf)
    const box = createMessageBox(storage, 'early:')
    const message = { conversation: conversationId(0), text: '退款', files: [] }
    box.put({ ...message, cid: cid('b'), createdAt: 2 })
    box.put({ ...message, cid: cid('a'), createdAt: 1 })
    storage.set('early:broken', '{"cid":')
    storage.set('early:strange', '{"cid":1}')
    expect(
      createMessageBox(storage, 'early:')
        .list()
        .map((each) => each.cid),
    ).toEqual([cid('a'), cid('b')])
    box.remove(cid('a'))
    expect(box.list()).toEqual([{ ...message, cid: cid('b'), createdAt: 2 }])
  })
})
