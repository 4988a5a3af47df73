// GET /now: what the desk is doing at this moment, from what the running server holds in its memory. SPEC D8.10 says what each
// figure means. Clients: types only.
import { Type, type Static } from 'typebox'
import { agentStatuses } from './domain.ts'
import type { AgentId, EpochMs, GroupId } from './ids.ts'
import { limits } from './limits.ts'

const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const orNull = (schema: typeof count) => Type.Union([schema, Type.Null()])
const moment = Type.Unsafe<EpochMs>(count)
const exact = { additionalProperties: false }

/** Every open conversation is in exactly one of them. */
const States = Type.Object(
  {
    /** Messages left in front of a closed group or a full queue. */
    left: count,
    /** Nobody has it yet. */
    waiting: count,
    /** Somebody has it, and the visitor waits for an answer. */
    unanswered: count,
    /** Somebody has it, and it is the visitor's turn. */
    answered: count,
  },
  exact,
)

const Queue = Type.Object(
  {
    group: Type.Unsafe<GroupId>(count),
    /** Empty for everyone, and for a group that was deleted while somebody waited for it. */
    name: Type.String(),
    waiting: count,
    left: count,
    /** Null where nobody waits. Messages left do not count. */
    oldestWaitMs: orNull(count),
  },
  exact,
)

const AgentNow = Type.Object(
  {
    id: Type.Unsafe<AgentId>(count),
    name: Type.String(),
    status: Type.Unsafe<(typeof agentStatuses)[number]>(Type.Enum([...agentStatuses])),
    connected: Type.Boolean(),
    /** Open conversations that they have. */
    load: count,
    capacity: count,
  },
  exact,
)

/** One moment of the last hour. */
const Sample = Type.Object(
  {
    at: moment,
    visitors: count,
    waiting: count,
    messages: count,
    connections: count,
    firstResponseMs: orNull(count),
    acknowledgedMs: orNull(count),
  },
  exact,
)

export const NowAnswer = Type.Object(
  {
    at: moment,
    /** Since when the running figures are counted: a restart begins them anew. */
    since: moment,
    visitors: count,
    connections: count,
    conversations: States,
    /** Every group, and everyone. */
    queues: Type.Array(Queue, { maxItems: limits.maxGroups + limits.maxGroups }),
    /** Active ones. */
    agents: Type.Array(AgentNow, { maxItems: limits.maxAgents }),
    /** Written in the last minute. */
    messages: Type.Object({ visitors: count, desk: count }, exact),
    firstResponse: Type.Object({ medianMs: orNull(count), count, windowMs: count }, exact),
    acknowledged: Type.Object({ p99Ms: orNull(count), count, windowMs: count }, exact),
    storage: Type.Object(
      {
        failing: Type.Boolean(),
        /** Of the database with its write-ahead log; null where it cannot be told. */
        databaseBytes: orNull(count),
        freeBytes: orNull(count),
        /** From a command reaching the journal to its being on disk, of the newest group; null before the first. */
        lastCommitMs: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
      },
      exact,
    ),
    history: Type.Object({ everyMs: count, samples: Type.Array(Sample, { maxItems: limits.nowSamples }) }, exact),
  },
  exact,
)
export type NowAnswer = Static<typeof NowAnswer>
export type NowQueue = Static<typeof Queue>
export type NowAgent = Static<typeof AgentNow>
export type NowSample = Static<typeof Sample>
