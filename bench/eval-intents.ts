// How well intents are told apart: `npm run eval:intents -- --train FILE --test FILE [--oos FILE] [--shots 10] [--seeds 3]
// [--models DIR|none] [--json]`. CSV files with the columns text and label. Runs the server's own code; docs/intents.md has figures.
import { parseArgs } from 'node:util'
import { openTextEncoders } from '../src-server/adapters/onnx/text-encoders.ts'
import { evaluateSeed, type SeedRun } from './intents/evaluate-seed.ts'
import { readLabelled } from './intents/labelled-csv.ts'
import { meanOf, summarise, type Figures } from './intents/summarise.ts'

const { values: given } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    oos: { type: 'string' },
    shots: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '3' },
    models: { type: 'string', default: new URL('../models', import.meta.url).pathname },
    json: { type: 'boolean', default: false },
  },
})

const percent = (part: number | undefined): string => (part === undefined ? 'n/a' : `${(part * 100).toFixed(2)} %`)
const ms = (value: number): string => `${value.toFixed(2)} ms`

const meanFigures = (all: readonly Figures[]) => {
  const mean = (pick: (figures: Figures) => number | undefined): number =>
    meanOf(all.map((one) => pick(one) ?? Number.NaN))
  const languages = [...new Set(all.flatMap(({ byLanguage }) => Object.keys(byLanguage)))].toSorted()
  const hasOos = all.some(({ oosRecall }) => oosRecall !== undefined)
  return {
    accuracy: mean(({ accuracy }) => accuracy),
    inScopeAccuracy: mean(({ inScopeAccuracy }) => inScopeAccuracy),
    rejected: mean(({ rejected }) => rejected),
    byLanguage: Object.fromEntries(
      languages.map((language) => {
        const found = all.flatMap(({ byLanguage }) => byLanguage[language] ?? [])
        return [language, meanOf(found)]
      }),
    ),
    oosRecall: hasOos ? mean(({ oosRecall }) => oosRecall) : undefined,
    calibrationError: mean(({ calibrationError }) => calibrationError),
    trainMs: mean(({ trainMs }) => trainMs),
    embedMs: mean(({ embedMs }) => embedMs),
    p50Ms: mean(({ p50Ms }) => p50Ms),
    p99Ms: mean(({ p99Ms }) => p99Ms),
  } satisfies Figures
}

const report = (kind: SeedRun['kind'], figures: Figures, all: readonly Figures[]): string =>
  [
    `accuracy            ${percent(figures.accuracy)}   (by seed: ${all.map(({ accuracy }) => percent(accuracy)).join(', ')})`,
    ...Object.entries(figures.byLanguage).map(([language, part]) => `  ${language.padEnd(17)} ${percent(part)}`),
    `in-scope accuracy   ${percent(figures.inScopeAccuracy)}   (unknown counts as wrong; ${percent(figures.rejected)} unknown)`,
    `out-of-scope recall ${percent(figures.oosRecall)}`,
    `calibration error   ${percent(figures.calibrationError)}`,
    `training            ${ms(figures.trainMs)}, of it ${ms(figures.embedMs)} vectors of the examples`,
    `latency a sentence  p50 ${ms(figures.p50Ms)}, p99 ${ms(figures.p99Ms)}`,
    `classifier          ${kind === 'bert' ? 'sentence vectors and n-grams' : 'n-grams alone: there is no model'}`,
  ].join('\n')

const run = async (train: string, test: string): Promise<void> => {
  const encoders = await openTextEncoders(given.models === 'none' ? undefined : given.models)
  for (const problem of given.models === 'none' ? [] : encoders.problems) console.error(problem)
  const data = { train: readLabelled(train), test: readLabelled(test), oos: given.oos ? readLabelled(given.oos) : [] }
  const runs: SeedRun[] = []
  for (let seed = 1; seed <= Number(given.seeds); seed += 1)
    runs.push(await evaluateSeed(data, encoders, Number(given.shots), seed))
  await encoders.close()
  const all = runs.map(summarise)
  const figures = meanFigures(all)
  const kind = runs[0]?.kind ?? 'ngram'
  if (given.json) console.log(JSON.stringify({ models: encoders.models, kind, ...figures, seeds: all }, null, 2))
  else console.log(report(kind, figures, all))
}

if (given.train && given.test) await run(given.train, given.test)
else {
  console.error('eval:intents needs --train FILE and --test FILE')
  process.exitCode = 2
}
