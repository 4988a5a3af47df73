import { describe, expect, it } from 'vitest'
import { createWantedPart } from './wanted-part.ts'

type Try = { readonly done: (part: string) => void; readonly fail: (reason: Error) => void }

const create = (isAwaited = true) => {
  const tries: Try[] = []
  const delays: number[] = []
  let wake = (): void => {}
  let drawn = 0
  const part = createWantedPart({
    load: () => new Promise<string>((done, fail) => tries.push({ done, fail })),
    after: (delayMs, task) => {
      delays.push(delayMs)
      wake = task
      return () => (wake = () => {})
    },
    isAwaited: () => isAwaited,
  })
  part.subscribe(() => (drawn += 1))
  /** The newest try ends. */
  const end = async (came: boolean): Promise<void> => {
    const before = drawn
    const last = tries.at(-1)
    if (came) last?.done('panel')
    else last?.fail(new Error('gone'))
    while (drawn === before) await Promise.resolve()
  }
  return { part, tries, delays, end, wake: () => wake() }
}

describe('a part that is wanted', () => {
  it('is asked for once, however often it is wanted', async () => {
    const { part, tries, end } = create()
    part.want()
    part.want()
    expect(part.get()).toBeUndefined()
    await end(true)
    part.want()
    expect([tries.length, part.get(), part.isFailed()]).toEqual([1, 'panel', false])
  })

  it('[D5] is asked for again by itself while somebody waits, less and less often', async () => {
    const { part, tries, delays, end, wake } = create()
    part.want()
    for (let round = 0; round < 7; round += 1) {
      await end(false)
      expect(part.isFailed()).toBe(true)
      wake()
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    await end(true)
    expect([tries.length, part.get(), part.isFailed()]).toEqual([8, 'panel', false])
  })

  it('is left alone while nobody waits, and wanted anew it is asked for at once', async () => {
    const { part, tries, end, wake } = create(false)
    part.want()
    await end(false)
    wake()
    expect(tries).toHaveLength(1)
    part.want()
    expect(tries).toHaveLength(2)
    await end(true)
    expect(part.get()).toBe('panel')
  })

  it('wanted by hand during the wait, it is not asked for twice', async () => {
    const { part, tries, end, wake } = create()
    part.want()
    await end(false)
    part.want()
    wake()
    expect(tries).toHaveLength(2)
  })
})
