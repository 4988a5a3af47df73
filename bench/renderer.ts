// `npm run bench:renderer`: the built desk in a real browser, on a real server, with many open conversations and one that has gone on
// for years, while messages arrive. What is promised is the time from an input to the frame that shows it.
//   npm run build && npm run bench:renderer -- [--conversations 1000] [--messages 50000] [--rate 50] [--json FILE] [--trace FILE]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createCrowd, type Crowd } from './desk/crowd.ts'
import { DIGITS, digitsOf, type Dialect } from './desk/dialect.ts'
import { atMost, isBroken, seen as shown, tableRow, type Figure } from './desk/scenarios/figure.ts'
import { startServerUnderTest } from './desk/server-under-test.ts'
import { createFrontdeskDialect } from './desk/systems/frontdesk-dialect.ts'
import { bundle, officeArgs } from './desk/systems/systems.ts'
import { createTraffic } from './desk/traffic.ts'
import { describeMachine } from './load/describe-machine.ts'
import { openDeskWindow, type DeskWindow } from './renderer/desk-window.ts'
import { prepareLongOffice } from './renderer/long-office.ts'
import { stepFigures } from './renderer/step-figures.ts'
import { firstSteps, longSteps, messagesLoaded, showConversation, type Step } from './renderer/steps.ts'

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '1000' },
    messages: { type: 'string', default: '50000' },
    rate: { type: 'string', default: '50' },
    json: { type: 'string' },
    trace: { type: 'string', default: join(import.meta.dirname, '../.cache/renderer-trace.json') },
  },
})
/** Two agents: the one whose desk is measured, and a colleague. */
const size = { visitors: Number(values.conversations), agents: 2 }
const rate = Number(values.rate)
/** Longer than all steps; it ends with them. */
const TRAFFIC_MS = 600_000
const HEAP_AT_MOST_MB = 250
const INTO_THE_LONG_ONE_EVERY_MS = 500
const FIRST_NUMBER = 90_000_000
const SETTLE_MS = 500

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** The visitor of the long conversation goes on writing. @returns what ends it. */
const writeIntoTheLongOne = (crowd: Crowd, dialect: Dialect): (() => void) => {
  const { frame, digitsAt } = dialect.message(
    { conversation: 0, side: 'visitor' },
    'And one more question about my order.',
  )
  let number = FIRST_NUMBER
  const writing = setInterval(() => {
    const next = Buffer.from(frame)
    next.write(digitsOf((number += 1)), digitsAt, DIGITS, 'latin1')
    crowd.sign(0, next)
  }, INTO_THE_LONG_ONE_EVERY_MS)
  return () => clearInterval(writing)
}

const measure = async ({ page }: DeskWindow, step: Step): Promise<void> => {
  await page.evaluate((name) => void (window.benchProbe.step = name), step.name)
  const startedMs = performance.now()
  await step.run(page)
  print(`${step.name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
  await pause(SETTLE_MS)
  await page.evaluate(() => void (window.benchProbe.step = ''))
}

const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-renderer-'))
mkdirSync(dirname(values.trace), { recursive: true })
const machine = describeMachine()
const { office, longest } = await prepareLongOffice(dataDir, size, Number(values.messages))
const server = await startServerUnderTest(bundle, officeArgs(dataDir, size))
const dialect = createFrontdeskDialect(office)
const crowd = createCrowd(server.port, size, dialect)
const url = `http://127.0.0.1:${server.port}`
const heap: Figure[] = []
let figures: readonly Figure[] = []
try {
  await crowd.open()
  void createTraffic(crowd, size, dialect).run(rate, TRAFFIC_MS)
  const endLong = writeIntoTheLongOne(crowd, dialect)
  const window = await openDeskWindow(url, office, values.trace)
  const { page } = window
  const weigh = async (when: string): Promise<void> => {
    heap.push(atMost(`JS heap, ${when}`, await window.heapMb(), 'MB', HEAP_AT_MOST_MB))
  }
  await page.goto(`${url}/desk/#/open`)
  await page.getByRole('option').first().waitFor()
  await weigh('with the inbox open')
  for (const step of firstSteps) await measure(window, step)
  await weigh('after many conversations')
  await showConversation(page, longest)
  for (const step of longSteps) await measure(window, step)
  await weigh('with what is loaded of the long conversation')
  const loaded = await messagesLoaded(page)
  const seen = await window.seen()
  const steps = [...firstSteps, ...longSteps]
  figures = [
    shown('messages loaded of the long conversation', loaded, ''),
    ...steps.flatMap(({ name }) => stepFigures(seen, name)),
    ...heap,
  ]
  for (const frame of seen.longFrames.toSorted((one, other) => other.durationMs - one.durationMs).slice(0, 8))
    print(`long frame in "${frame.step}": ${Math.round(frame.durationMs)} ms, ${frame.scripts.join('; ')}`)
  endLong()
  await window.close()
} finally {
  crowd.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
print(`\n| what | seen | promised | |\n|---|---|---|---|\n${figures.map(tableRow).join('\n')}`)
const rows = [shown('open conversations', size.visitors, ''), shown('messages a second', rate, ''), ...figures]
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`)
// The traffic would go on for minutes: nobody is left to hear it.
process.exit(figures.some(isBroken) ? 1 : 0)
