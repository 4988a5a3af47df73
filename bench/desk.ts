// `npm run bench:desk`: 10,000 connections, a ladder of rates, Frontdesk beside bare `ws` and Socket.IO in the same run.
//   npm run build && npm run bench:desk -- [--quick] [--json FILE] [--report] [--rates 1000,5000,10000] [--systems frontdesk,electron,ws,socketio]
//                                          [--visitors 9500] [--agents 500] [--seconds 15] [--profile DIR] [--node-flags FLAGS]
// `--report` keeps the raw rows in bench/results/desk.json and writes them into docs/performance.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureColdStartMs } from './desk/cold-start.ts'
import { climb, type Climb } from './desk/ladder.ts'
import type { DeskResults } from './desk/report/desk-results.ts'
import { ladderHead, ladderLine } from './desk/report/ladder-table.ts'
import { writeReport } from './desk/report/write-report.ts'
import { systemNames, type SystemName } from './desk/systems/systems.ts'
import { describeMachine } from './load/describe-machine.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    report: { type: 'boolean', default: false },
    rates: { type: 'string', default: '1000,5000,10000' },
    /** Quick: without Electron, which needs a runtime of its own. */
    systems: { type: 'string' },
    visitors: { type: 'string', default: '9500' },
    agents: { type: 'string', default: '500' },
    seconds: { type: 'string' },
    /** A folder for the processor profiles of Frontdesk's threads. */
    profile: { type: 'string' },
    /** Flags of the engine for Frontdesk's server, to try what they do. */
    'node-flags': { type: 'string', default: '' },
  },
})

const root = join(import.meta.dirname, '..')
const seconds = Number(values.seconds ?? (values.quick ? 4 : 15))
const size = { visitors: Number(values.visitors), agents: Number(values.agents) }
const allNames = systemNames.filter((name) => !values.quick || name !== 'electron')
const wanted: readonly string[] = values.systems?.split(',') ?? allNames
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const options = {
  size,
  rates: values.rates.split(',').map(Number),
  durationMs: seconds * 1000,
  warmUpMs: values.quick ? 2000 : 5000,
  nodeFlags: [
    ...values['node-flags'].split(' ').filter((flag) => flag !== ''),
    ...(values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]),
  ],
  climbed: (row: Climb['rows'][number]) => print(ladderLine(row)),
}

const measure = async (): Promise<DeskResults> => {
  const at = new Date().toISOString()
  const machine = describeMachine()
  const load = machine.loadAverage[0]?.toFixed(1) ?? '?'
  print(`${machine.cores} cores, ${machine.processor}, Node ${machine.node}; load average ${load} before`)
  print(`fsync of 4 KB ${machine.fsyncMs.toFixed(2)} ms (median)`)
  const coldStartMs = await measureColdStartMs(size, values.quick ? 3 : 10)
  print(`cold start to the first accepted WebSocket ${coldStartMs.toFixed(0)} ms (median)`)
  print(`${size.visitors} visitors and ${size.agents} agents, ${seconds} s a rate; after fsync for frontdesk alone`)
  print(ladderHead)
  const climbs: Partial<Record<SystemName, Climb>> = {}
  for (const name of systemNames) if (wanted.includes(name)) climbs[name] = await climb(name, options)
  const systems = Object.entries(climbs)
  for (const [name, { openMs, idleMb }] of systems)
    print(`${name}: all connections live in ${(openMs / 1000).toFixed(2)} s, ${idleMb.toFixed(0)} MB idle`)
  const idle = Object.fromEntries(systems.map(([name, { openMs, idleMb }]) => [name, { openMs, idleMb }]))
  const rows = systems.flatMap(([, one]) => one.rows)
  const { fsyncMs } = machine
  const open10kMs = climbs.frontdesk?.openMs ?? null
  const bytes = climbs.frontdesk?.bytes ?? null
  return { at, machine, size, seconds, fsyncMs, coldStartMs, open10kMs, idle, bytes, rows }
}

const results = await measure()
const text = `${JSON.stringify(results, null, 2)}\n`
if (values.json !== undefined) writeFileSync(values.json, text)
if (values.report) {
  writeFileSync(join(root, 'bench/results/desk.json'), text)
  writeReport(root, results)
}
