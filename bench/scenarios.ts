// `npm run bench:scenarios`: what happens to a full house on a bad day, each promise beside what was seen. Ends with 1 when one is broken.
//   npm run build && npm run bench:scenarios -- [names] [--visitors 9500] [--agents 500] [--rate N] [--seconds N] [--messages N]
//                                               [--json FILE]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isBroken, tableRow, type Figure } from './desk/scenarios/figure.ts'
import { broadcast } from './desk/scenarios/broadcast.ts'
import { full } from './desk/scenarios/full.ts'
import { growth } from './desk/scenarios/growth.ts'
import { kill } from './desk/scenarios/kill.ts'
import type { Scenario, ScenarioOptions } from './desk/scenarios/scenario.ts'
import { slowReaders } from './desk/scenarios/slow-readers.ts'
import { soak } from './desk/scenarios/soak.ts'
import { storm } from './desk/scenarios/storm.ts'
import { describeMachine, type Machine } from './load/describe-machine.ts'

const scenarios: Readonly<Record<string, Scenario>> = {
  kill,
  storm,
  'slow-readers': slowReaders,
  full,
  broadcast,
  growth,
  soak,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    visitors: { type: 'string', default: '9500' },
    agents: { type: 'string', default: '500' },
    rate: { type: 'string' },
    seconds: { type: 'string' },
    messages: { type: 'string', default: '200000' },
    json: { type: 'string' },
  },
})

type Row = {
  readonly name: string
  readonly at: string
  readonly machine: Machine
  readonly tookSeconds: number
  readonly figures: readonly Figure[]
}

const numberOr = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
const options: ScenarioOptions = {
  size: { visitors: Number(values.visitors), agents: Number(values.agents) },
  rate: numberOr(values.rate),
  seconds: numberOr(values.seconds),
  messages: Number(values.messages),
}
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const play = async (name: string): Promise<Row> => {
  const scenario = scenarios[name]
  if (!scenario) throw new Error(`there is no scenario "${name}": ${Object.keys(scenarios).join(', ')}`)
  const machine = describeMachine()
  const at = new Date().toISOString()
  const startedMs = performance.now()
  print(`\n## ${name}\n`)
  const figures = await scenario(options)
  print(`| what | seen | promised | |\n|---|---|---|---|\n${figures.map(tableRow).join('\n')}`)
  const load = machine.loadAverage[0]?.toFixed(1) ?? '?'
  print(
    `\n${machine.cores} cores, ${machine.processor}, Node ${machine.node}; load average ${load} before; fsync of 4 KB ${machine.fsyncMs.toFixed(2)} ms`,
  )
  return { name, at, machine, tookSeconds: (performance.now() - startedMs) / 1000, figures }
}

const names = positionals.length > 0 ? positionals : Object.keys(scenarios)
const rows: Row[] = []
for (const name of names) {
  rows.push(await play(name))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ options, rows }, null, 2)}\n`)
}
if (rows.some(({ figures }) => figures.some(isBroken))) process.exitCode = 1
