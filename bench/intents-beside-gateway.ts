// What reading visitors' sentences costs everybody else: the gateway's acknowledgements with and without a steady rate of sentences on
// the intent thread of the same process, turn about, on one server. `npm run build` first.
//   node bench/intents-beside-gateway.ts [--sentences 200] [--rate 200] [--rounds 5] [--seconds 6]
import { parseArgs } from 'node:util'
import { loadavg } from 'node:os'
import { DeskLoad, type RateResult } from './load/desk-load.ts'
import { startServerProcess } from './load/server-process.ts'

const { values } = parseArgs({
  options: {
    sentences: { type: 'string', default: '200' },
    /** Messages a second. */
    rate: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    visitors: { type: 'string', default: '200' },
  },
})
const WARM_UP_MS = 3_000
const durationMs = Number(values.seconds) * 1_000

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const print = (line: string): void => void process.stdout.write(`${line}\n`)

process.env['FRONTDESK_BENCH_SENTENCES'] = values.sentences
const server = await startServerProcess([], ['--import', new URL('load/ask-intents.ts', import.meta.url).href])
const load = new DeskLoad(server)
const rows: Record<'without' | 'with', RateResult[]> = { without: [], with: [] }

const measure = async (kind: 'without' | 'with'): Promise<void> => {
  if (kind === 'with') process.kill(server.pid, 'SIGUSR2')
  const row = await load.run(Number(values.rate), durationMs)
  if (kind === 'with') process.kill(server.pid, 'SIGUSR2')
  rows[kind].push(row)
  const { p50Ms, p99Ms, p999Ms } = row.ack
  const figures = [p50Ms, p99Ms, p999Ms].map((value) => value.toFixed(2).padStart(8)).join('')
  print(`${kind.padEnd(8)} ack p50, p99, p99.9 ms${figures}   load ${loadavg()[0]?.toFixed(1)}`)
}

try {
  await load.populate(Number(values.visitors), 10)
  await load.run(Number(values.rate), WARM_UP_MS)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Each first in turn: whatever the machine does meanwhile, it does to both.
    const [first, second] = round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const)
    await measure(first)
    await measure(second)
  }
  for (const quantile of ['p50Ms', 'p99Ms'] as const) {
    const [without, beside] = [rows.without, rows.with].map((all) => median(all.map(({ ack }) => ack[quantile])))
    const ratio = (beside ?? Number.NaN) / (without ?? Number.NaN)
    print(
      `median ${quantile.slice(0, 3)}: ${without?.toFixed(2)} ms without, ${beside?.toFixed(2)} ms with, ratio ${ratio.toFixed(3)}`,
    )
  }
} finally {
  load.close()
  await server.stop()
}
