// `npm run simulate:day -- --seeds 1000 --visitors 20000`: simulated days on virtual time, each once for every way of
// choosing. Checks D7 and one owner after every step (exit code 1 and the seeds when one breaks), then prints what the ways
// of choosing came to. --agents N, --from SEED, --minutes M (stops there and says how far it came), --json FILE.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createDaySums } from '../src-server/testing/day/day-sums.ts'
import { dayPolicies, type DayPolicyName } from '../src-server/testing/day/day-policies.ts'
import { BrokenPromise } from '../src-server/testing/day/day-world.ts'
import { runDay } from '../src-server/testing/day/run-day.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    visitors: { type: 'string', default: '20000' },
    agents: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    policies: { type: 'string', default: 'round robin,dynamic weights' },
    json: { type: 'string' },
  },
})
const MS_PER_MINUTE = 60_000
const TELL_EVERY_MS = 30_000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const seeds = Number(values.seeds)
const from = Number(values.from)
const visitors = Number(values.visitors)
const agents = Number(values.agents)
const isPolicy = (name: string): name is DayPolicyName => name in dayPolicies
const names = values.policies.split(',').filter(isPolicy)
const sums = createDaySums(names)
const broken: string[] = []
const startedAt = performance.now()
let toldAt = startedAt
let done = 0

for (let seed = from; seed < from + seeds; seed += 1) {
  try {
    sums.add(names.map((name) => runDay({ seed, visitors, agents, policy: dayPolicies[name] })))
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error
    broken.push(`seed ${seed}: ${error.message}`)
  }
  done += 1
  const now = performance.now()
  if (now - startedAt > Number(values.minutes) * MS_PER_MINUTE) break
  if (now - toldAt < TELL_EVERY_MS) continue
  toldAt = now
  process.stderr.write(`${done} of ${seeds} seeds, ${broken.length} broken\n`)
}

const minutes = (performance.now() - startedAt) / MS_PER_MINUTE
print(
  `${done} of ${seeds} seeds from ${from}, ${visitors} visitors and ${agents} agents a day, ${names.length} times each, in ${minutes.toFixed(1)} min`,
)
print(`${cpus()[0]?.model ?? 'unknown processor'}, one thread, Node ${process.versions.node}`)
for (const line of sums.lines()) print(line)
print(
  broken.length === 0
    ? `D7 (nobody waits beside a free able agent for 1 s) and one owner held in every one of ${done * names.length} days`
    : `BROKEN in ${broken.length} days:\n${broken.join('\n')}`,
)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ from, done, visitors, agents, broken, ...sums.rows() }, null, 2)}\n`)
process.exitCode = broken.length > 0 ? 1 : 0
