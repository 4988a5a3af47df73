// The ladder as a table: the same on the terminal and in the documentation.
import type { LadderRow } from '../ladder.ts'

const columns = [
  'system',
  'messages/s',
  'delivery p50 ms',
  'p90',
  'p99',
  'p99.9',
  'max',
  'acknowledged p99',
  'CPU µs/message',
  'RSS MB',
  'payload B/message',
  'with TCP/IP',
  'lost',
  'commands a commit',
  'loop delay p99 ms',
  "the generator's own p99 ms",
  'its CPU',
] as const

export const ladderHead = `| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`

const figure = (value: number | null, digits = 1): string => (value === null ? '' : value.toFixed(digits))

export const ladderLine = (row: LadderRow): string => {
  const { delivery, ack, generatorDelayP99Ms, generatorCpuShare } = row.traffic
  const { p50Ms, p90Ms, p99Ms, p999Ms, maxMs } = delivery
  const cells = [
    row.system,
    row.rate.toLocaleString('en'),
    ...[p50Ms, p90Ms, p99Ms, p999Ms, maxMs, ack.p99Ms].map((value) => figure(value)),
    figure(row.cpuUsPerMessage, 0),
    figure(row.rssMb, 0),
    figure(row.payloadBytesPerMessage, 0),
    figure(row.wireBytesPerMessage, 0),
    String(row.lost),
    figure(row.commandsPerCommit),
    figure(row.loopDelayP99Ms),
    figure(generatorDelayP99Ms),
    figure(generatorCpuShare, 2),
  ]
  return `| ${cells.join(' | ')} |`
}
