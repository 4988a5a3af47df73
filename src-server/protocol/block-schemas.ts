// Visitors whom the desk hears no more: what is asked for a block, and what colleagues are told of those there are. Clients: types only.
import { Type, type Static } from 'typebox'
import type { AgentId, EpochMs, VisitorId } from './ids.ts'
import { limits } from './limits.ts'

const number = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const
const agent = Type.Unsafe<AgentId>(Type.Integer(number))
const visitor = Type.Unsafe<VisitorId>(Type.Integer(number))
const time = Type.Unsafe<EpochMs>(Type.Integer(number))

/** A length of time, not an end: the clocks of the desk and of whoever blocks may differ. Null: until it is taken back. */
const terms = {
  forMs: Type.Union([Type.Integer({ minimum: limits.minBlockMs, maximum: limits.maxBlockMs }), Type.Null()]),
  reason: Type.String({ maxLength: limits.maxBlockReasonLength }),
}

export const blockSubjects = ['visitor', 'address', 'both'] as const
export type BlockSubject = (typeof blockSubjects)[number]

/** POST /visitors/:id/blocks */
export const NewVisitorBlock = Type.Object(
  { of: Type.Unsafe<BlockSubject>(Type.Enum([...blockSubjects])), ...terms },
  { additionalProperties: false },
)
export type NewVisitorBlock = Static<typeof NewVisitorBlock>

/** POST /blocks: of an address that somebody typed. */
export const NewAddressBlock = Type.Object(
  { address: Type.String({ maxLength: limits.maxAddressLength }), ...terms },
  { additionalProperties: false },
)
export type NewAddressBlock = Static<typeof NewAddressBlock>

export const Block = Type.Object({
  key: Type.String(),
  /** 0: of an address. */
  visitor,
  /** The visitor's, where the shop told it. */
  name: Type.String(),
  /** An address's network, as much of it as is kept. */
  network: Type.String(),
  reason: Type.String(),
  by: agent,
  at: time,
  until: Type.Union([time, Type.Null()]),
})
export type Block = Static<typeof Block>

/** GET /visitors/:id/blocks */
export const VisitorBlocks = Type.Object({
  visitor: Type.Union([Block, Type.Null()]),
  address: Type.Union([Block, Type.Null()]),
  /** For those who lead: where the visitor came from within `addressMemoryMs`; null where that is not known. */
  from: Type.Union([
    Type.Object({
      network: Type.String(),
      /** Visitors who came from there lately, and colleagues who are there now. */
      others: Type.Integer({ minimum: 0 }),
      colleagues: Type.Integer({ minimum: 0 }),
    }),
    Type.Null(),
  ]),
})
export type VisitorBlocks = Static<typeof VisitorBlocks>

/** GET /blocks: newest first. */
export const BlockQuery = Type.Object({ skip: Type.Optional(Type.Integer(number)) })
export const BlockPage = Type.Object({ blocks: Type.Array(Block), total: Type.Integer({ minimum: 0 }) })
export type BlockPage = Static<typeof BlockPage>

/** DELETE /blocks/:key */
export const BlockParams = Type.Object({ key: Type.String({ maxLength: 100 }) })
