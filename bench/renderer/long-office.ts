// An office with many open conversations, one of which has gone on for years.
import { createSqliteStore } from '../../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../../src-server/adapters/system/system-random.ts'
import { createFakeLogger } from '../../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../../src-server/testing/fake-metrics.ts'
import { limits, type ConversationId } from '#protocol'
import type { CrowdSize } from '../desk/crowd.ts'
import { digitsOf } from '../desk/dialect.ts'
import { agentOf, prepareOffice, type Office } from '../desk/office.ts'
import { sentence } from '../desk/scenarios/sentences.ts'

export type LongOffice = { readonly office: Office; readonly longest: ConversationId }

/** The first visitor and the first agent have written `messages` to each other. */
export const prepareLongOffice = async (dataDir: string, size: CrowdSize, messages: number): Promise<LongOffice> => {
  const office = await prepareOffice(dataDir, size)
  const [visitor] = office.visitors
  const agent = office.agents[agentOf(0, size.agents)]
  if (!visitor || !agent) throw new Error('nobody is there')
  const outside = {
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  }
  const store = await createSqliteStore({ dataDir, inThread: true, ...outside })
  const { conversation } = visitor
  const say = async (index: number): Promise<void> => {
    const actor =
      index % 2 === 0 ? ({ kind: 'visitor', id: visitor.id } as const) : ({ kind: 'agent', id: agent.id } as const)
    const cid = `years-${digitsOf(index)}`
    const said = await store.journal.commit({
      type: 'send',
      actor,
      conversation,
      cid,
      text: sentence(index),
      files: [],
    })
    if (!said.ok) throw new Error(`a message was refused: ${said.code}`)
  }
  for (let from = 0; from < messages; from += limits.maxBatchCommands)
    await Promise.all(
      Array.from({ length: Math.min(limits.maxBatchCommands, messages - from) }, (_, index) => say(from + index)),
    )
  await store.journal.close()
  return { office, longest: conversation }
}
