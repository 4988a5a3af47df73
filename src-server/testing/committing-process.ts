// A process to be killed: visitors write through the real workers, and every try and every acknowledgement is in the log
// file before the next thing happens. A dot on standard output for each acknowledgement lets the killer choose its moment.
// Arguments: the data folder, the run's number, the log file. Standard input: cids to retry.
import { openSync, readFileSync, writeSync } from 'node:fs'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import { createSqliteStore } from '../adapters/sqlite/create-sqlite-store.ts'
import { NO_CONVERSATION, type VisitorId } from '../protocol/index.ts'
import { createFakeLogger } from './fake-logger.ts'
import { createFakeMetrics } from './fake-metrics.ts'
import { somebody } from './store-contract/store-actions.ts'

const VISITORS = 40
const IN_FLIGHT_PER_VISITOR = 3

export type Retry = { readonly visitor: VisitorId; readonly cid: string }

const [, , dataDir = '', run = '', logFile = ''] = process.argv
const log = openSync(logFile, 'a')
const tell = (...words: readonly (string | number)[]): void => void writeSync(log, `${words.join(' ')}\n`)

const retries = JSON.parse(readFileSync(0, 'utf8')) as readonly Retry[]
const store = await createSqliteStore({
  dataDir,
  clock: createSystemClock(),
  random: createSystemRandom(),
  logger: createFakeLogger(),
  metrics: createFakeMetrics(),
})

const send = async (visitor: VisitorId, cid: string): Promise<void> => {
  tell('try', visitor, cid)
  const result = await store.journal.commit({
    type: 'send',
    actor: { kind: 'visitor', id: visitor },
    conversation: NO_CONVERSATION,
    cid,
    text: `text of ${cid}`,
    files: [],
  })
  if (!result.ok) return tell('refused', visitor, cid, result.code)
  const { conversation, offset, seq } = result.value
  tell('ack', visitor, cid, conversation, offset, seq)
  process.stdout.write('.')
}

const writeForEver = async (visitor: VisitorId, lane: number): Promise<never> => {
  for (let number = 0; ; number += 1) await send(visitor, `cid-${run}-${visitor}-${lane}-${number}`)
}

await Promise.all(retries.map(({ visitor, cid }) => send(visitor, cid)))
const visitors = await Promise.all(Array.from({ length: VISITORS }, () => store.visitors.create(somebody)))
await Promise.all(
  visitors.flatMap((visitor) =>
    Array.from({ length: IN_FLIGHT_PER_VISITOR }, (_, lane) => writeForEver(visitor, lane)),
  ),
)
