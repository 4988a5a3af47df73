import { expect, it } from 'vitest'
import { pollWhileVisible } from './poll-while-visible.ts'

function world() {
  const page = Object.assign(new EventTarget(), { hidden: false })
  const timers = new Set<() => void>()
  const asked: { readonly gone: AbortSignal; readonly answer: (value: number) => void }[] = []
  const heard: number[] = []
  const stop = pollWhileVisible<number>({
    ask: (gone) => new Promise((answer) => asked.push({ gone, answer })),
    heard: (value) => heard.push(value),
    everyMs: 700,
    page,
    after: (delayMs, run) => {
      expect(delayMs).toBe(700)
      timers.add(run)
      return () => void timers.delete(run)
    },
  })
  const show = (isShown: boolean): void => {
    page.hidden = !isShown
    page.dispatchEvent(new Event('visibilitychange'))
  }
  const ring = (): void => {
    for (const run of timers) {
      timers.delete(run)
      run()
    }
  }
  const answer = async (value: number): Promise<void> => {
    asked.at(-1)?.answer(value)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { asked, heard, timers, show, ring, answer, stop }
}

it('[D8.12] asks once at a time, and again only after the answer', async () => {
  const { asked, heard, timers, ring, answer } = world()
  expect([asked.length, timers.size]).toEqual([1, 0])
  await answer(1)
  expect([asked.length, timers.size, heard]).toEqual([1, 1, [1]])
  ring()
  expect(asked).toHaveLength(2)
})

it('[D8.12] a page that nobody sees asks nothing, and at once when it is seen again', async () => {
  const { asked, heard, timers, show, answer } = world()
  await answer(1)
  show(false)
  expect(timers.size).toBe(0)
  show(true)
  show(true)
  expect(asked).toHaveLength(2)
  show(false)
  expect(asked[1]?.gone.aborted).toBe(true)
  await answer(2)
  expect([heard, timers.size]).toEqual([[1], 0])
})

it('[D8.12] a page that was left hears nothing more', async () => {
  const { asked, heard, timers, show, answer, stop } = world()
  stop()
  await answer(1)
  show(true)
  expect([heard, timers.size, asked.length]).toEqual([[], 0, 1])
})
