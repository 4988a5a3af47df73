// Each rule of the house but the layers is broken once, on purpose, in front of the real linter.
import { beforeAll, describe, expect, it } from 'vitest'
import { lintFiles, type Findings } from './lint-sandbox.ts'

type Snippet = readonly [path: string, text: string]

/** Rule → snippets it must refuse. */
const refused: Readonly<Record<string, readonly Snippet[]>> = {
  'no-ambient-time': [
    ['src-server/core/now.ts', `export const a = () => Date.now()`],
    ['src-client/new-date.ts', `export const a = () => new Date()`],
  ],
  'no-restricted-properties': [['src-server/core/random.ts', `export const a = () => Math.random()`]],
  'no-restricted-globals': [
    ['src-server/protocol/uuid.ts', `export const a = () => crypto.randomUUID()`],
    ['src-client/performance.ts', `export const a = () => performance.now()`],
    ['src-client/timeout.ts', `export const a = () => setTimeout(() => undefined, 1)`],
    ['src-server/core/interval.ts', `export const a = () => setInterval(() => undefined, 1)`],
    ['src-server/core/way-round.ts', `export const a = () => globalThis.crypto`],
    ['src-client/sleep.test.ts', `export const a = () => new Promise((done) => { setTimeout(done, 10) })`],
  ],
  'no-restricted-imports': [
    [
      'src-client/node-sleep.test.ts',
      `import { setTimeout as sleep } from 'node:timers/promises'\nexport const a = sleep`,
    ],
  ],
  'no-console': [['src-server/app/log.ts', `export const a = () => console.log('x')`]],
  'no-raw-ipc': [
    ['src-main/windows/channel.ts', `import { ipcMain } from 'electron'\nexport const a = ipcMain`],
    ['src-main/windows/everything.ts', `import * as electron from 'electron'\nexport const a = electron`],
  ],
  'no-barrel': [
    ['src-renderer/ui/index.ts', `export * from './button.tsx'`],
    ['src-client/passes-on.ts', `export { x } from './x.ts'`],
  ],
  'telling-file-names': [['src-server/core/utils.ts', `export const a = 1`]],
  'reasoned-disable': [
    ['src-server/app/disable.ts', `// oxlint-disable-next-line no-console\nexport const a = () => console.log('x')`],
  ],
  'no-switched-off-tests': [
    ['src-client/only.test.ts', `import { it } from 'vitest'\nit.only('x', () => undefined)`],
    ['src-client/skip.test.ts', `import { describe } from 'vitest'\ndescribe.skip('x', () => undefined)`],
    ['src-client/skip-by-name.test.ts', `import { it } from 'vitest'\nconst x = 'x'\nit.skip(x, () => undefined)`],
    ['e2e/only.spec.ts', `import { test } from '@playwright/test'\ntest.describe.only('x', () => undefined)`],
    ['e2e/fixme.spec.ts', `import { test } from '@playwright/test'\ntest.fixme('x', () => undefined)`],
  ],
  'import/no-default-export': [['src-client/default.ts', `const a = 1\nexport default a`]],
  'import/no-cycle': [
    ['src-server/core/cycle-a.ts', `import { b } from './cycle-b.ts'\nexport const a = () => b`],
    ['src-server/core/cycle-b.ts', `import { a } from './cycle-a.ts'\nexport const b = () => a`],
    ['src-client/type-cycle-a.ts', `import type { B } from '#client/type-cycle-b.ts'\nexport type A = { b: B }`],
    ['src-client/type-cycle-b.ts', `import type { A } from './type-cycle-a.ts'\nexport type B = { a: A }`],
  ],
  'unicorn/filename-case': [['src-server/core/FileName.ts', `export const a = 1`]],
  'max-lines': [
    ['src-server/core/long.ts', Array.from({ length: 351 }, (_, n) => `export const a${n} = ${n}`).join('\n')],
  ],
  'no-empty': [['src-server/app/empty-catch.ts', `export function a(f: () => void) { try { f() } catch {} }`]],
  'typescript/no-explicit-any': [['src-server/app/any.ts', `export const a = (x: any) => x`]],
  'typescript/no-non-null-assertion': [['src-server/app/bang.ts', `export const a = (x?: string) => x!`]],
  'typescript/no-floating-promises': [
    ['src-server/app/floating.ts', `export const a = (p: Promise<void>) => { p }`],
    ['src-client/floating.test.ts', `export const a = (p: Promise<void>) => { p }`],
    ['src-widget/floating.test.ts', `export const a = (p: Promise<void>) => { p }`],
  ],
  'typescript/switch-exhaustiveness-check': [
    [
      'src-server/core/forgets-a-case.ts',
      `export function a(x: 'b' | 'c') { switch (x) { case 'b': return 1 } return 2 }`,
    ],
  ],
  'typescript/no-unsafe-member-access': [['src-server/app/parse.ts', `export const a = () => JSON.parse('{}').b`]],
  'typescript/ban-ts-comment': [['src-server/app/ts-ignore.ts', `// @ts-ignore\nexport const a: string = 1`]],
}

const allowed: readonly Snippet[] = [
  ['src-server/protocol/index.ts', `export * from './ids.ts'\nexport * from './limits.ts'`],
  ['src-server/core/given-time.ts', `export const a = (timeMs: number) => new Date(timeMs)`],
  [
    'src-server/core/clock.test.ts',
    `import { it } from 'vitest'\nit('[D1] reads the time as it likes', () => new Date())`,
  ],
  ['src-main/bridge/validated-ipc.ts', `import { ipcMain } from 'electron'\nexport const a = () => ipcMain`],
  [
    'e2e/skip-with-reason.spec.ts',
    `import { test } from '@playwright/test'\ntest('x', () => { test.skip(process.platform === 'win32', 'no such windows') })`,
  ],
  [
    'src-server/app/disable-with-reason.ts',
    `// oxlint-disable-next-line no-console -- the logger itself failed\nexport const a = () => console.error('x')`,
  ],
]

describe('the house rules', () => {
  const broken = Object.entries(refused).flatMap(([rule, snippets]) => snippets.map(([path]) => ({ rule, path })))
  let findings: Findings

  beforeAll(async () => {
    const needed: readonly Snippet[] = [
      ['src-server/protocol/ids.ts', 'export const a = 1'],
      ['src-server/protocol/limits.ts', 'export const b = 1'],
    ]
    const snippets = [...Object.values(refused).flat(), ...allowed, ...needed]
    findings = await lintFiles(Object.fromEntries(snippets.map(([path, text]) => [path, `${text}\n`])))
  }, 60_000)

  it.for(broken)('$rule refuses $path', ({ rule, path }) => expect(findings.get(path) ?? []).toContain(rule))
  it.for(allowed)('nothing to say about %s', ([path]) => expect(findings.get(path) ?? []).toEqual([]))
})
