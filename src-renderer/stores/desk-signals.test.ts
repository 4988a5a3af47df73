import { describe, expect, it } from 'vitest'
import { createSignalHub } from './desk-signals.ts'

const setUp = () => {
  let time = 0
  const moves: number[] = []
  const hub = createSignalHub(() => time)
  return {
    hub,
    moves,
    listen: () => hub.on('moveInList', (step) => moves.push(step)),
    wait: (ms: number) => (time += ms),
  }
}

describe('desk signals', () => {
  it('[look] a list that is being drawn gets the focus that was meant for it, once', () => {
    const { hub, moves, listen, wait } = setUp()
    hub.moveInList(0)
    wait(500)
    const leave = listen()
    leave()
    listen()
    expect(moves).toEqual([0])
  })

  it('[look] a wish that nobody fulfilled in time is forgotten', () => {
    const { hub, moves, listen, wait } = setUp()
    hub.moveInList(1)
    wait(5_000)
    listen()
    expect(moves).toEqual([])
    hub.moveInList(1)
    expect(moves).toEqual([1])
  })

  it('[look] going to the composer takes the wish for the list back', () => {
    const { hub, moves, listen } = setUp()
    hub.moveInList(0)
    hub.focusComposer()
    listen()
    expect(moves).toEqual([])
  })
  it('[look] what a key opens over the list opens once the list is drawn, the last key alone', () => {
    const { hub, wait } = setUp()
    const opened: string[] = []
    hub.openFilter()
    hub.openViews()
    wait(500)
    hub.on('openFilter', () => opened.push('filter'))
    hub.on('openViews', () => opened.push('views'))
    expect(opened).toEqual(['views'])
    hub.openFilter()
    expect(opened).toEqual(['views', 'filter'])
  })
})
