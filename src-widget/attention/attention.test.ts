import { describe, expect, it } from 'vitest'
import {
  agent,
  clientState,
  conversationId,
  createScript,
  mark,
  monday,
  view,
  visitor,
} from '../testing/build-entries.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { createFakeChannels } from '../testing/tab-world.ts'
import { startAttention } from './attention.ts'
import { createTitleBadge, titleWithBadge } from './title-badge.ts'
import { createUsedTab } from './used-tab.ts'

describe('the title', () => {
  it('shows the number and gives the page its title back', () => {
    const page = { title: 'Green tea' }
    const badge = createTitleBadge(page)
    badge(2)
    expect(page.title).toBe('(2) Green tea')
    badge(3)
    page.title = 'Cart'
    badge(4)
    expect(page.title).toBe('(4) Cart')
    badge(0)
    expect(page.title).toBe('Cart')
  })

  it('leaves a page alone whose own title begins like that', () => {
    const page = { title: '(3) things' }
    createTitleBadge(page)(0)
    expect(page.title).toBe('(3) things')
    expect(titleWithBadge('x', 250)).toBe('(99+) x')
  })
})

describe('attention', () => {
  it('sounds for what is new, never for history or for what is read', () => {
    const client = createFakeDesk().connect()
    const titles: number[] = []
    let sounds = 0
    let allowed = true
    startAttention({
      client,
      setTitle: (unread) => titles.push(unread),
      play: () => (sounds += 1),
      maySound: () => allowed,
    })
    const script = createScript()
    const show = (read: number): void =>
      client.setState(clientState([view(1, [...script.entries], { marks: [mark(1, visitor, 0, read)] })]))
    script.say(agent(1), monday, 'before')
    show(0)
    expect([titles.at(-1), sounds]).toEqual([1, 0])
    script.say(agent(1), monday, 'new')
    show(0)
    show(0)
    expect([titles.at(-1), sounds]).toEqual([2, 1])
    show(2)
    script.say(visitor, monday, 'mine')
    show(2)
    expect([titles.at(-1), sounds]).toEqual([0, 1])
    allowed = false
    script.say(agent(1), monday, 'muted')
    show(2)
    allowed = true
    show(2)
    expect([titles.at(-1), sounds]).toEqual([1, 1])
    expect(client.state().conversations.has(conversationId(1))).toBe(true)
  })

  it('is drawn by the tab that was used last', () => {
    const channels = createFakeChannels()
    const [a, b] = [createUsedTab('a', channels.open()), createUsedTab('b', channels.open())]
    expect([a.isMine(true), b.isMine(false)]).toEqual([true, false])
    b.use()
    channels.settle()
    expect([a.isMine(true), b.isMine(false)]).toEqual([false, true])
    a.use()
    channels.settle()
    expect([a.isMine(true), b.isMine(false)]).toEqual([true, false])
  })
})
