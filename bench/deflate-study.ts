// What compression costs and saves, for small messages and for pages of history: as JSON text with UUIDs and as our frames, each under
// permessage-deflate with several settings, and our frames with large ones packed, which is what Frontdesk does.
//   node bench/deflate-study.ts [--connections 1000] [--messages 40] [--pages 2] [--json FILE]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { frameSamples } from './deflate/frame-samples.ts'
import { measureSetting, type SettingRow } from './deflate/measure-setting.ts'
import { settings } from './deflate/settings.mjs'
import { describeMachine } from './load/describe-machine.ts'

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '1000' },
    messages: { type: 'string', default: '40' },
    pages: { type: 'string', default: '2' },
    json: { type: 'string' },
  },
})
const amounts = {
  connections: Number(values.connections),
  messages: Number(values.messages),
  pages: Number(values.pages),
}
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const machine = describeMachine()
const samples = frameSamples(amounts.messages, amounts.pages)
print(
  `${machine.processor}, Node ${machine.node}; ${amounts.connections} connections, each ${amounts.messages} messages and ${amounts.pages} pages of history`,
)
print('| frames | compression | bytes/message | bytes/page | KB/connection | CPU µs/message | CPU µs/page |')
print('|---|---|---|---|---|---|---|')
const rows: SettingRow[] = []
for (const setting of settings) {
  const server = join(import.meta.dirname, 'deflate/deflate-server.mjs')
  const row = await measureSetting(server, setting, samples[setting.frames], amounts.connections)
  rows.push(row)
  const cells = [
    row.frames,
    row.compression,
    row.messageBytes,
    row.pageBytes,
    row.kbPerConnection,
    row.messageUs,
    row.pageUs,
  ]
  print(`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell)).join(' | ')} |`)
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, amounts, rows }, null, 2)}\n`)
