// The same order for many conversations, a few at a time, never faster than a connection may speak; each is judged by the server alone.
import type { ConversationId, ErrorCode, Result } from '#protocol'

export type BulkFailure = { readonly id: ConversationId; readonly code: ErrorCode }
export type BulkOutcome = { readonly done: readonly ConversationId[]; readonly failed: readonly BulkFailure[] }

/** At once; half of what a connection may have under way, the other half is for whoever goes on working. */
const atOnce = 8
/** As many as fit into the burst that every connection has. */
const freely = 48
/** From then on, between one handful and the next: under `framesPerSecond` with room for beats, receipts and typing. */
const restMs = 700

export async function runBulk(
  ids: readonly ConversationId[],
  act: (id: ConversationId) => Promise<Result<unknown>>,
  world: { readonly wait: (ms: number) => Promise<void>; readonly progressed: (done: number) => void },
): Promise<BulkOutcome> {
  const done: ConversationId[] = []
  const failed: BulkFailure[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    if (from >= freely) await world.wait(restMs)
    const handful = ids.slice(from, from + atOnce)
    const results = await Promise.all(handful.map(async (id) => ({ id, result: await act(id) })))
    for (const { id, result } of results)
      if (result.ok) done.push(id)
      else failed.push({ id, code: result.code })
    world.progressed(done.length + failed.length)
  }
  return { done, failed }
}
