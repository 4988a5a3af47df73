import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { makePng } from '../../testing/pictures.ts'
import { workerEntry } from '../system/worker-entry.ts'
import { createFileInspector, type StartThread } from './file-inspector.ts'
import type { Inspection, InspectionRequest } from './inspection.ts'
import { startInWorker } from './worker-thread.ts'

const make = () => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const threads: { posted: InspectionRequest[]; stopped: boolean; events: Parameters<StartThread>[0] }[] = []
  const inspector = createFileInspector({
    clock,
    metrics,
    logger: createFakeLogger(),
    start: (events) => {
      const thread = { posted: [] as InspectionRequest[], stopped: false, events }
      threads.push(thread)
      return {
        post: (request) => void thread.posted.push(request),
        stop: async () => {
          thread.stopped = true
        },
      }
    },
  })
  const answer = (index: number, outcome: Inspection['outcome'] = 'thumbnail', size = 4): void => {
    const thread = threads[index]
    const id = thread?.posted.at(-1)?.id ?? 0
    const [width, height] = outcome === 'thumbnail' ? [size, 3] : [0, 0]
    thread?.events.answered({ id, mime: 'image/png', width, height, outcome })
  }
  return { clock, metrics, threads, inspector, answer }
}

describe('file inspector', () => {
  it('looks at one file after another in one thread', async () => {
    const { inspector, threads, answer } = make()
    const both = [inspector.inspect('a', 'a.thumb'), inspector.inspect('b', 'b.thumb')]
    expect(threads[0]?.posted).toHaveLength(1)
    answer(0)
    answer(0)
    expect(await Promise.all(both)).toEqual([
      { mime: 'image/png', width: 4, height: 3 },
      { mime: 'image/png', width: 4, height: 3 },
    ])
    expect(threads).toHaveLength(1)
  })

  it('[D9.15] replaces a thread that hangs or dies; the file is a plain file and the next one is looked at', async () => {
    const { clock, inspector, threads, answer, metrics } = make()
    const hanging = inspector.inspect('a', 'a.thumb')
    clock.advance(limits.thumbnailWithinMs)
    expect(await hanging).toEqual({ mime: 'application/octet-stream', width: 0, height: 0 })
    expect(threads[0]?.stopped).toBe(true)
    const dying = inspector.inspect('b', 'b.thumb')
    threads[1]?.events.died(new Error('out of memory'))
    expect(await dying).toMatchObject({ width: 0 })
    const fine = inspector.inspect('c', 'c.thumb')
    answer(2)
    expect(await fine).toMatchObject({ width: 4 })
    expect(metrics.counted('thumbnails_total', { outcome: 'thread_hung' })).toBe(1)
    expect(clock.waiting).toBe(1)
    clock.advance(limits.imageThreadIdleMs)
    expect([threads[2]?.stopped, clock.waiting]).toEqual([true, 0])
  })

  it('[D9.15] lets no file meet a decoder that a broken one was in', async () => {
    const { inspector, threads, answer, clock } = make()
    const both = [inspector.inspect('a', 'a.thumb'), inspector.inspect('b', 'b.thumb')]
    answer(0, 'broken_image')
    expect(threads.map(({ stopped }) => stopped)).toEqual([true, false])
    answer(1)
    expect(await Promise.all(both)).toMatchObject([{ width: 0 }, { width: 4 }])
    expect(clock.waiting).toBe(1)
  })

  it('keeps no thread with the memory that a large picture took', async () => {
    const { inspector, threads, answer } = make()
    const both = [inspector.inspect('a', 'a.thumb'), inspector.inspect('b', 'b.thumb')]
    answer(0, 'thumbnail', limits.maxImagePixels / 3)
    answer(1)
    expect(await Promise.all(both)).toMatchObject([{ height: 3 }, { width: 4 }])
    expect(threads.map(({ stopped }) => stopped)).toEqual([true, false])
  })

  it('ends the thread when nothing was to do for a while, not sooner', async () => {
    const { clock, inspector, threads, answer } = make()
    for (const path of ['a', 'b']) {
      const seen = inspector.inspect(path, 't')
      answer(0)
      expect(await seen).toMatchObject({ width: 4 })
      clock.advance(limits.imageThreadIdleMs - 1)
    }
    expect(threads).toHaveLength(1)
    clock.advance(1)
    expect(threads[0]?.stopped).toBe(true)
    const later = inspector.inspect('c', 't')
    answer(1)
    expect(await later).toMatchObject({ width: 4 })
    await inspector.stop()
    expect(clock.waiting).toBe(0)
  })

  it('[D9.15] bounds its line: the rest are plain files at once', async () => {
    const { inspector, metrics } = make()
    for (let count = 0; count < limits.maxImagesWaiting + 1; count += 1) void inspector.inspect(String(count), 't')
    expect(await inspector.inspect('one more', 't')).toMatchObject({ mime: 'application/octet-stream' })
    expect(metrics.counted('thumbnails_total', { outcome: 'line_full' })).toBe(1)
  })

  it('answers everybody when it stops', async () => {
    const { inspector, threads } = make()
    const both = [inspector.inspect('a', 't'), inspector.inspect('b', 't')]
    await inspector.stop()
    expect(await Promise.all(both)).toHaveLength(2)
    expect(threads[0]?.stopped).toBe(true)
  })

  it('works with a real thread', async () => {
    const root = await mkdtemp(join(tmpdir(), 'frontdesk-thread-'))
    const parts = { clock: createManualClock(), metrics: createFakeMetrics(), logger: createFakeLogger() }
    const inspector = createFileInspector({ ...parts, start: startInWorker(workerEntry('image-worker')) })
    const path = join(root, 'photo')
    await writeFile(path, makePng(50, 20))
    expect(await inspector.inspect(path, `${path}.thumb`)).toEqual({ mime: 'image/png', width: 50, height: 20 })
    await inspector.stop()
    await rm(root, { recursive: true })
  })
})
