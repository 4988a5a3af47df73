// `npm run bench`: one desk, a ladder of rates, a table on stdout and, with --json FILE, the raw rows.
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { DeskLoad, type RateResult } from './load/desk-load.ts'
import { measureFsyncMs } from './load/fsync-time.ts'
import { startServerProcess } from './load/server-process.ts'

const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '1000' },
    agents: { type: 'string', default: '20' },
    rates: { type: 'string', default: '200,500,1000,2000' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
})
const MS_PER_SECOND = 1000
const WARM_UP_RATE = 200
const WARM_UP_MS = 3000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const ms = (value: number): string => value.toFixed(1).padStart(8)

const tableHead =
  '| messages/s | ack p50 | ack p99 | ack p99.9 | delivery p50 | delivery p99 | delivery p99.9 | delivery max | CPU µs/message | RSS MB | lost |'
const tableRow = (row: RateResult): string =>
  `| ${row.ratePerSecond} | ${[row.ack.p50Ms, row.ack.p99Ms, row.ack.p999Ms, row.delivery.p50Ms, row.delivery.p99Ms, row.delivery.p999Ms, row.delivery.maxMs].map(ms).join(' | ')} | ${row.cpuUsPerMessage.toFixed(0)} | ${row.residentMb.toFixed(0)} | ${row.sent - row.delivered} |`

const server = await startServerProcess()
const load = new DeskLoad(server)
try {
  const fsyncMs = measureFsyncMs()
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`
  print(
    `${machine}; fsync of 4 KB ${fsyncMs.toFixed(2)} ms (median); ${values.visitors} visitors, ${values.agents} agents, ${values.seconds} s a rate`,
  )
  await load.populate(Number(values.visitors), Number(values.agents))
  await load.run(WARM_UP_RATE, WARM_UP_MS)
  print(`${tableHead}\n|${'---|'.repeat(11)}`)
  const rows: RateResult[] = []
  for (const rate of values.rates.split(',').map(Number)) {
    const row = await load.run(rate, Number(values.seconds) * MS_PER_SECOND)
    rows.push(row)
    print(tableRow(row))
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, fsyncMs, rows }, null, 2)}\n`)
} finally {
  load.close()
  await server.stop()
}
