// Puts what was measured between its two marks in docs/performance.md, and the chart beside it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskResults } from './desk-results.ts'
import { ladderHead, ladderLine } from './ladder-table.ts'
import { latencyChart } from './latency-chart.ts'

const BEGIN = '<!-- desk: written by npm run bench:desk -- --report -->'
const END = '<!-- /desk -->'
const CHART = 'docs/images/delivery-p99.svg'

const saved = (ours: number, text: number): string => `${Math.round((1 - ours / text) * 100)} %`

const textOf = ({ at, machine, size, seconds, coldStartMs, idle, bytes, rows }: DeskResults): string => {
  const opened = Object.entries(idle).map(
    ([name, { openMs, idleMb }]) => `| ${name} | ${(openMs / 1000).toFixed(2)} | ${idleMb.toFixed(0)} |`,
  )
  const lines = [
    `${at.slice(0, 10)}: ${machine.cores} cores shared by server and generator, ${machine.processor}, Node ${machine.node}; load average`,
    `${machine.loadAverage[0]?.toFixed(1)} before; a 4 KB write with fsync took ${machine.fsyncMs.toFixed(2)} ms (median). ${size.visitors.toLocaleString('en')} visitors and ${size.agents} agents, ${seconds} s`,
    `a rate. Cold start to the first accepted WebSocket ${coldStartMs.toFixed(0)} ms (median).`,
    '',
    '| system | all connections live, s | RSS then, MB |',
    '|---|---|---|',
    ...opened,
    '',
    ladderHead,
    ...rows.map(ladderLine),
    '',
    '![Delivery p99 over messages a second](images/delivery-p99.svg)',
  ]
  if (bytes)
    lines.push(
      '',
      `A message with everything that goes with it is ${bytes.payloadBytes.toFixed(0)} bytes; the same frames as JSON text with UUIDs are ${bytes.payloadAsTextBytes.toFixed(0)}:`,
      `${saved(bytes.payloadBytes, bytes.payloadAsTextBytes)} less. With the headers of TCP and IP ${bytes.wireBytes.toFixed(0)} against ${bytes.wireAsTextBytes.toFixed(0)}: ${saved(bytes.wireBytes, bytes.wireAsTextBytes)} less.`,
    )
  return lines.join('\n')
}

/** @throws when the marks are not in the document. */
export const writeReport = (root: string, results: DeskResults): void => {
  const file = join(root, 'docs/performance.md')
  const text = readFileSync(file, 'utf8')
  const from = text.indexOf(BEGIN)
  const to = text.indexOf(END)
  if (from === -1 || to < from) throw new Error(`${file} has no place for the report`)
  writeFileSync(file, `${text.slice(0, from)}${BEGIN}\n\n${textOf(results)}\n\n${text.slice(to)}`)
  writeFileSync(join(root, CHART), latencyChart(results.rows))
}
