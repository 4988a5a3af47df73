// What visitors' browsers load: a classic script that brings a second one when the panel is opened, and the pages that show it
// (full-page chat, demo shop), which are copied as they are.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { visitorTarget } from './build-targets.config.ts'
import { classicParts, panelMarks } from './scripts/build/classic-parts.ts'
import { limits } from './src-server/protocol/limits.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { version: string }

/** Sources change: a cut that finds nothing any more must fail the build, not quietly cost every visitor its bytes. */
const cut = (code: string, pattern: RegExp, put: string | ((found: string) => string) = ''): string => {
  const after = code.replaceAll(pattern, put as string)
  if (after === code) throw new Error(`the widget's build finds nothing like ${pattern.source}`)
  return after
}

/** Lines stay as many as they were: the source map stays as good as it was. */
const emptied = (found: string): string => found.replaceAll(/[^\n]/gu, '')

/** What only agents say and hear. */
const rowsOfAgents =
  'list watch assign transfer close status queue note answer ask revise presence visitor viewers done offer offerOver agent.changed agent.status setting.changed note.added'
    .split(' ')
    .map((name) => new RegExp(`^ {2}'?${name.replace('.', '\\.')}'?: .*$`, 'gmu'))
/** Visitors are told that they wait, not how it was decided. */
const fieldsOfPlaces = /(?<=bodyFields<'conversation\.queued'>\(\[)[^\]]*/gu
/** The widget shows no quotes yet, and a visitor's message begins as no quick reply. */
const fieldsOfDesks = /, 'quote', 'reply', 'seen'(?=\])/gu
const fieldsOfRevisions = /, 'isNote', 'isUnanswered'(?=\])/gu
/** Their places are kept for what stands behind them. */
const fieldsBetween = /'quote', 'reply'(?=, 'revision')/gu
const withoutFields = (tables: string): string => {
  const withoutPlaces = cut(tables, fieldsOfPlaces, emptied)
  return cut(cut(cut(withoutPlaces, fieldsOfDesks), fieldsOfRevisions), fieldsBetween, "'', ''")
}
const withoutAgents = (tables: string): string =>
  rowsOfAgents.reduce((code, row) => cut(code, row), withoutFields(tables))
const casesOfAgents = /^ +case 'presence':\n(?: +case '\w+':\n)*.*\n.*\n/gmu

/** What only agents ask of a client: whole methods of a class, and lines of the face it shows. */
const methodsOf = (names: string) =>
  names.split(' ').map((name) => new RegExp(`^  (?:get )?${name}\\(.*?^  \\}$`, 'gmsu'))
const coreOfAgents = [
  ...methodsOf('takes offers conversations forget diagnostics open addSummaries'),
  /^ {6}(?:viewers|clockAheadMs): .*$/gmu,
]
const tableOfAgents = methodsOf('open opened addSummaries')
/** Agents open conversations by hand, and look up those they have never seen in a list. */
const repairsOfAgents = [
  /^ {4}if \(viewer\.kind === 'agent' .*?^ {4}\}$/gmsu,
  /^ {4}for \(const id of table\.opened\(\)\).*$/gmu,
  ...methodsOf('#wantsFirstPage'),
]
const faceOfAgents = ['open', 'diagnostics'].map((name) => new RegExp(`^ {4}${name}: .*$`, 'gmu'))
/** Who else is there. */
const modelOfAgents = [/^ {4}const ours = .*$/gmu, /^ {4}this\.people\.(?:reset|welcome)\(.*$/gmu]
const without =
  (patterns: readonly RegExp[]) =>
  (code: string): string =>
    patterns.reduce((rest, pattern) => cut(rest, pattern, emptied), code)

/** Nobody at a shop signs in, is given a conversation or changes a setting. */
const codesOfSettings = /\bsetting_conflict: .*?\bshortcut_taken: row\(\d+\),/gsu
const codesOfAgents =
  'announcement_\\w+ login_\\w+ setup_\\w+ password_\\w+ agent_\\w+ name_malformed last_owner too_many_agents already_assigned group_unknown offer_over not_owner answered_meanwhile message_unknown message_recalled revision_too_late method_not_allowed unsupported_media_type what_if_\\w+'
    .split(' ')
    .map((name) => new RegExp(`\\b${name}: row\\([^)]*\\),`, 'gu'))
const codesForVisitors = (table: string): string => {
  const withoutSettings = cut(table, codesOfSettings, emptied)
  const withoutAny = codesOfAgents.reduce((code, row) => cut(code, row), withoutSettings)
  return cut(cut(withoutAny, /\brow\(\d+(?:, )?/gu, 'row('), /\bhttpStatus(?:: number)?, /gu)
}

/** The small msgpack that stands in has its bounds in itself. */
const boundsOfCoders = /(?<=\bnew (?:De|En)coder\()\{.*?\}(?=\))/gsu
/** With those of quotes gone, nothing at a frame's end is left unsaid. */
const unsaidFields = /^ +while \(wire\.at\(-1\) === undefined\) wire\.pop\(\)$/gmu
const withoutBounds = (codec: string): string => cut(cut(codec, boundsOfCoders, emptied), unsaidFields)

/** Nor does it send any. */
const withoutQuotes = (code: string): string => cut(code, /^ +(?:quote|reply|seen): isWhole\(.*$/gmu)

/** Notes are hidden from them, of the last message they see all of it, and revisions of their own there are none. */
const rowOfRevisions = [
  /^ {2}if \(isNote\) return summary$/gmu,
  /^ {2}const shown = .*$/gmu,
  /^ {4}lastMessage: lastMessage\?.*$/gmu,
]
/** Nor does anybody else answer in a visitor's place. */
const outboxOfAgents = [
  ...methodsOf('revisions'),
  /^ {4}const renamed = .*$/gmu,
  /, renamed(?= \})/gu,
  /, \.\.\.revising\(.*(?=\]$)/gmu,
  /draft\.revises\?\.isRecall \? 1 : /gu,
  /^ +seen: seen \?\?.*$/gmu,
]
const revisionsOfNotes = [/ && entry\.kind === 'message\.sent'/gu, /, quote: undefined/gu]
const revisionsOfOwn = / \|\| entry\.kind === 'message\.revised'/gu

const cuts = [
  { of: 'protocol/revision.ts', by: without(revisionsOfNotes) },
  { of: 'fold-summary.ts', by: without(rowOfRevisions) },
  { of: 'src-client/outbox.ts', by: without(outboxOfAgents) },
  { of: 'outbox-sender.ts', by: without([/^ {4}for \(const row of again\.renamed\).*$/gmu]) },
  { of: 'outbox-row.ts', by: withoutQuotes },
  { of: 'frame-tables.ts', by: withoutAgents },
  { of: 'frame-handler.ts', by: (code: string): string => cut(cut(code, casesOfAgents, emptied), revisionsOfOwn) },
  { of: 'src-client/client-core.ts', by: without([...coreOfAgents, /^ {6}revisions: .*$/gmu]) },
  { of: 'src-client/client.ts', by: without(faceOfAgents) },
  { of: 'src-client/desk-model.ts', by: without(modelOfAgents) },
  { of: 'src-client/conversation-table.ts', by: without(tableOfAgents) },
  { of: 'src-client/repairs.ts', by: without(repairsOfAgents) },
  { of: 'error-codes.ts', by: codesForVisitors },
  { of: 'codec.ts', by: withoutBounds },
]

/** Numbers in the place of `limits.name`: a page needs thirty of them, not the whole table; nor does it need HTTP statuses. */
const inlineLimits = (): Plugin => ({
  name: 'frontdesk:inline-limits',
  // As they are written: once compiled, they are indented and quoted in another way.
  enforce: 'pre',
  transform(code, file) {
    if (!/\/src-(?:client|widget|server\/protocol)\//u.test(file)) return null
    const inlined = code.replaceAll(/(?<![.\w])limits\.(\w+)/gu, (written, name: string) =>
      Object.hasOwn(limits, name) ? String(limits[name as keyof typeof limits]) : written,
    )
    const kept = cuts.find(({ of }) => file.endsWith(of))
    return { code: kept ? kept.by(inlined) : inlined, map: null }
  },
})

/** Modules of other sides that have a small stand-in here. */
const standIns = [
  { find: '@msgpack/msgpack', replacement: join(import.meta.dirname, 'src-widget/msgpack/small-msgpack.ts') },
  { find: /^\.\/people-table\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-people.ts') },
  { find: /^\.\/conversation-shelf\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-shelf.ts') },
  { find: /^\.\/fold-place\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-place.ts') },
  { find: /^\.\/client-counts\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-counts.ts') },
  { find: /^\.\/outbox-revision\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-revisions.ts') },
  { find: /^\.\/agent-orders\.ts$/u, replacement: join(import.meta.dirname, 'src-widget/visitor/no-orders.ts') },
]

export default defineConfig({
  plugins: [inlineLimits(), classicParts()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', development: false } },
  resolve: { alias: standIns },
  publicDir: join(import.meta.dirname, 'src-widget/pages'),
  // "use" of process.env in a dependency would end the script in a browser.
  define: {
    'process.env.NODE_ENV': JSON.stringify('production'),
    __WIDGET_VERSION__: JSON.stringify(version),
    __PANEL_SCRIPT__: JSON.stringify(panelMarks.file),
    __PANEL_INTEGRITY__: JSON.stringify(panelMarks.integrity),
  },
  build: {
    target: visitorTarget,
    // The style sheets are written for the browsers above; told so, the build would still add stand-ins for light-dark().
    cssTarget: 'chrome123',
    outDir: join(import.meta.dirname, 'out/widget'),
    emptyOutDir: true,
    sourcemap: true,
    cssCodeSplit: false,
    lib: {
      entry: join(import.meta.dirname, 'src-widget/main.ts'),
      formats: ['es'],
      fileName: () => 'widget.js',
    },
    rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { chunkFileNames: 'panel.js' } },
  },
})
