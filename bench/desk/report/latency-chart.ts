// Delivery latency over the rate, as an SVG that reads in light and dark: one line per system, both axes logarithmic.
import type { LadderRow } from '../ladder.ts'
import type { SystemName } from '../systems/systems.ts'

const WIDTH = 640
const HEIGHT = 360
const LEFT = 64
const RIGHT = 24
const TOP = 64
const BOTTOM = 48
const LEGEND_COLUMN = 280
const LEGEND_LINE = 20

/** Told apart by dash and name as well as by colour. */
const looks: Readonly<Record<SystemName, { readonly name: string; readonly colour: string; readonly dash: string }>> = {
  frontdesk: { name: 'Frontdesk, everything on', colour: '#2f6fde', dash: '' },
  electron: { name: 'Frontdesk in Electron, everything on', colour: '#1d8a5f', dash: '8 3 2 3' },
  ws: { name: 'bare ws, no storage', colour: '#7a8699', dash: '6 4' },
  socketio: { name: 'Socket.IO, no storage', colour: '#c2571a', dash: '2 4' },
}

const label = (value: number): string => (value >= 1000 ? `${value / 1000} s` : `${value} ms`)

export const latencyChart = (rows: readonly LadderRow[]): string => {
  const rates = [...new Set(rows.map(({ rate }) => rate))].toSorted((one, other) => one - other)
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...rows.map(({ p99Ms }) => p99Ms), 10)))
  const ticks = Array.from({ length: Math.log10(highest) + 2 }, (_, index) => 10 ** (index - 1)).map((value) =>
    Number(value.toPrecision(1)),
  )
  const x = (rate: number): number =>
    LEFT + (rates.length > 1 ? rates.indexOf(rate) / (rates.length - 1) : 0.5) * (WIDTH - LEFT - RIGHT)
  const y = (ms: number): number => {
    const share = Math.log10(Math.max(ms, 0.1) / 0.1) / Math.log10(highest / 0.1)
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
  }
  const grid = ticks.map(
    (ms) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(ms)}" y2="${y(ms)}" class="grid"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${label(ms)}</text>`,
  )
  const marks = rates.map(
    (rate) =>
      `<text x="${x(rate)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${rate.toLocaleString('en')}</text>`,
  )
  const names = Object.keys(looks) as SystemName[]
  const lines = names.flatMap((system, index) => {
    const own = rows.filter((row) => row.system === system)
    if (own.length === 0) return []
    const { name, colour, dash } = looks[system]
    const points = own.map(({ rate, p99Ms }) => `${x(rate).toFixed(1)},${y(p99Ms).toFixed(1)}`)
    const legendX = LEFT + (index % 2) * LEGEND_COLUMN
    const legendY = LEGEND_LINE * (1 + Math.floor(index / 2))
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
      ...points.map((point) => `<circle cx="${point.replace(',', '" cy="')}" r="3" fill="${colour}"/>`),
      `<line x1="${legendX}" x2="${legendX + 24}" y1="${legendY}" y2="${legendY}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><text x="${legendX + 30}" y="${legendY + 4}">${name}</text>`,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Delivery p99 over messages a second">
<style>text{font:12px system-ui,sans-serif;fill:#57606a}.grid{stroke:#8884}@media (prefers-color-scheme:dark){text{fill:#adb5bf}}</style>
${[...grid, ...marks, ...lines].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">messages a second; delivery p99 from the intended time</text>
</svg>
`
}
