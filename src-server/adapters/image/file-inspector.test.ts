import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { workerEntry } from '../system/worker-entry.ts'
import { createFileInspector, type StartThread } from './file-inspector.ts'
import type { InspectionRequest } from './inspection.ts'
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
  const answer = (index: number): void => {
    const thread = threads[index]
    const id = thread?.posted.at(-1)?.id ?? 0
    thread?.events.answered({ id, mime: 'image/png', width: 4, height: 3, outcome: 'thumbnail' })
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
    clock.advance(2 * limits.thumbnailWithinMs)
    expect(await hanging).toEqual({ mime: 'application/octet-stream', width: 0, height: 0 })
    expect(threads[0]?.stopped).toBe(true)
    const dying = inspector.inspect('b', 'b.thumb')
    threads[1]?.events.died(new Error('out of memory'))
    expect(await dying).toMatchObject({ width: 0 })
    const fine = inspector.inspect('c', 'c.thumb')
    answer(2)
    expect(await fine).toMatchObject({ width: 4 })
    expect(metrics.counted('thumbnails_total', { outcome: 'thread_hung' })).toBe(1)
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
    await sharp({ create: { width: 50, height: 20, channels: 3, background: 'green' } })
      .png()
      .toFile(path)
    expect(await inspector.inspect(path, `${path}.thumb`)).toEqual({ mime: 'image/png', width: 50, height: 20 })
    await inspector.stop()
    await rm(root, { recursive: true })
  })
})
