// Blocks over HTTP: who is blocked, and blocking and unblocking.
import type { VisitorId } from '#protocol'
import type { Block, BlockPage, NewAddressBlock, NewVisitorBlock, VisitorBlocks } from '#protocol/block-schemas.ts'
import type { ApiResult, CallDesk } from './api-result.ts'

export type BlocksApi = {
  of(visitor: VisitorId): Promise<ApiResult<VisitorBlocks>>
  blockVisitor(visitor: VisitorId, block: NewVisitorBlock): Promise<ApiResult<VisitorBlocks>>
  blockAddress(block: NewAddressBlock): Promise<ApiResult<Block>>
  unblock(key: string): Promise<ApiResult<unknown>>
  /** Newest first. */
  page(skip: number): Promise<ApiResult<BlockPage>>
}

export const createBlocksApi = (call: CallDesk): BlocksApi => ({
  of: (visitor) => call('GET', `/visitors/${visitor}/blocks`),
  blockVisitor: (visitor, block) => call('POST', `/visitors/${visitor}/blocks`, block),
  blockAddress: (block) => call('POST', '/blocks', block),
  unblock: (key) => call('DELETE', `/blocks/${key}`),
  page: (skip) => call('GET', `/blocks?skip=${skip}`),
})
