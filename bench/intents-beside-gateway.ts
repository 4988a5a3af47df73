// What reading visitors' sentences costs everybody else: the gateway's acknowledgements with and without a steady rate of sentences on
// the intent thread of the same process, turn about, on one server. `npm run build` first.
// Only runs count in which other processes left the machine alone.
//   node bench/intents-beside-gateway.ts [--sentences 200] [--rate 200] [--rounds 5] [--seconds 6]
import { parseArgs } from 'node:util'
import { DeskLoad, type RateResult } from './load/desk-load.ts'
import { watchOthers } from './load/other-processes.ts'
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
/** More than this, of all cores together, and a run says more of somebody else. */
const QUIET_CORES = 0.15
const durationMs = Number(values.seconds) * 1_000

const order = ['without', 'with'] as const
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const print = (line: string): void => void process.stdout.write(`${line}\n`)

process.env['FRONTDESK_BENCH_SENTENCES'] = values.sentences
const server = await startServerProcess([], ['--import', new URL('load/ask-intents.ts', import.meta.url).href])
const load = new DeskLoad(server)
type Kind = 'without' | 'with'
type Measured = { readonly ack: RateResult['ack']; readonly others: number }
const runs: Record<Kind, Measured[]> = { without: [], with: [] }

/** Processor time of the server and of this process, which is the load. */
const ownMs = (): number => {
  const { user, system } = process.cpuUsage()
  return server.cpuMs() + (user + system) / 1_000
}

const measure = async (kind: Kind): Promise<void> => {
  const others = watchOthers(ownMs)
  if (kind === 'with') process.kill(server.pid, 'SIGUSR2')
  const { ack } = await load.run(Number(values.rate), durationMs)
  if (kind === 'with') process.kill(server.pid, 'SIGUSR2')
  const measured = { ack, others: others() }
  runs[kind].push(measured)
  const figures = [ack.p50Ms, ack.p99Ms, ack.p999Ms].map((value) => value.toFixed(2).padStart(8)).join('')
  print(`${kind.padEnd(8)} ack p50, p99, p99.9 ms${figures}   others used ${measured.others.toFixed(2)} cores`)
}

try {
  await load.populate(Number(values.visitors), 10)
  await load.run(Number(values.rate), WARM_UP_MS)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Each first in turn: whatever the machine does meanwhile, it does to both.
    for (const kind of round % 2 === 0 ? order : order.toReversed()) await measure(kind)
  }
  const calm = (kind: Kind): readonly Measured[] => runs[kind].filter(({ others }) => others <= QUIET_CORES)
  print(`undisturbed: ${calm('without').length} runs without, ${calm('with').length} with`)
  for (const quantile of ['p50Ms', 'p99Ms'] as const) {
    const [without, beside] = order.map((kind) => median(calm(kind).map(({ ack }) => ack[quantile])))
    const ratio = (beside ?? Number.NaN) / (without ?? Number.NaN)
    print(
      `median ${quantile.slice(0, 3)}: ${without?.toFixed(2)} ms without, ${beside?.toFixed(2)} ms with, ratio ${ratio.toFixed(3)}`,
    )
  }
} finally {
  load.close()
  await server.stop()
}
