// Blocks of the scripted desk: one visitor is blocked, whoever is asked for; remembered until the page is left.
import { ok, type AgentId, type EpochMs, type VisitorId } from '#protocol'
import type { Block } from '#protocol/block-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import type { BlocksApi } from '../platform/blocks-api.ts'

const HOUR_MS = 3_600_000

export function createFakeBlocks(answer: <T>(value: T) => Promise<ApiResult<T>>): BlocksApi {
  const now = Date.now()
  const make = (visitor: number, network: string, reason: string, forMs: number | null): Block => ({
    key: `block.${visitor || network}`,
    visitor: visitor as VisitorId,
    name: '',
    network,
    reason,
    by: 2 as AgentId,
    at: (now - HOUR_MS) as EpochMs,
    until: forMs === null ? null : ((now + forMs) as EpochMs),
  })
  let blocks: readonly Block[] = [
    make(0, '203.0.113.*', '', HOUR_MS),
    make(2002, '', '反复发送广告链接', null),
    make(1024, '', `Insults. ${'Long '.repeat(30)}`, 30 * 24 * HOUR_MS),
  ]
  const of = (visitor: VisitorId) => ({
    visitor: blocks.find((block) => block.visitor === visitor) ?? null,
    address: null,
    from: { network: '198.51.100.*', others: 3, colleagues: 2 },
  })
  return {
    of: (visitor) => answer(of(visitor)),
    blockVisitor: (visitor, { forMs, reason }) => {
      blocks = [{ ...make(visitor, '', reason, forMs), by: 1 as AgentId }, ...blocks]
      return answer(of(visitor))
    },
    blockAddress: async ({ forMs, reason }) => ok(make(0, '192.0.2.*', reason, forMs)),
    unblock: (key) => {
      blocks = blocks.filter((block) => block.key !== key)
      return answer(undefined)
    },
    page: () => answer({ blocks: [...blocks], total: blocks.length }),
  }
}
