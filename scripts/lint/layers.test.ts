// Each arrow of the layer table is crossed once in front of the real linter; beside it stands what must stay allowed.
import { beforeAll, describe, expect, it } from 'vitest'
import { lintFiles, type Findings } from './lint-sandbox.ts'

type Crossing = { readonly what: string; readonly folder: string; readonly specifier: string; readonly form?: string }

const crossings: readonly Crossing[] = [
  { what: 'protocol imports core', folder: 'src-server/protocol', specifier: '../core/x.ts' },
  { what: 'protocol imports node', folder: 'src-server/protocol', specifier: 'node:path' },
  { what: 'protocol imports a package', folder: 'src-server/protocol', specifier: 'ws' },
  { what: 'core imports an adapter', folder: 'src-server/core', specifier: '../adapters/x.ts' },
  { what: 'core imports a type of an adapter', folder: 'src-server/core', specifier: '../adapters/x.ts', form: 'type' },
  { what: 'core imports node lazily', folder: 'src-server/core', specifier: 'node:fs', form: 'lazy' },
  { what: 'core names a type by import()', folder: 'src-server/core', specifier: '../app/x.ts', form: 'type query' },
  { what: 'core re-exports past the layers', folder: 'src-server/core', specifier: '../app/x.ts', form: 're-export' },
  { what: 'core forgets a file extension', folder: 'src-server/core', specifier: './x' },
  { what: 'ports import core', folder: 'src-server/ports', specifier: '../core/x.ts', form: 'type' },
  { what: 'an adapter imports app', folder: 'src-server/adapters/ws', specifier: '../../app/x.ts' },
  { what: 'an adapter imports the test kit', folder: 'src-server/adapters/ws', specifier: '../../testing/x.ts' },
  { what: 'app imports the test kit', folder: 'src-server/app', specifier: '../testing/x.ts' },
  { what: 'app imports electron', folder: 'src-server/app', specifier: 'electron' },
  { what: 'an entry imports electron', folder: 'src-server/entry', specifier: 'electron', form: 'type' },
  { what: 'a migration imports protocol', folder: 'src-server/adapters/sqlite/migrations', specifier: '#protocol' },
  { what: 'a migration runs its adapter', folder: 'src-server/adapters/sqlite/migrations', specifier: '../x.ts' },
  { what: 'a folder of no known layer', folder: 'src-server/elsewhere', specifier: './x.ts' },
  { what: 'the client imports core', folder: 'src-client', specifier: '../src-server/core/x.ts' },
  { what: 'the client imports a package', folder: 'src-client', specifier: 'zustand' },
  { what: 'the client imports node', folder: 'src-client', specifier: 'node:events' },
  { what: 'the client goes to protocol by path', folder: 'src-client', specifier: '../src-server/protocol/index.ts' },
  { what: 'the renderer imports electron', folder: 'src-renderer', specifier: 'electron' },
  { what: 'the renderer imports node', folder: 'src-renderer', specifier: 'node:fs' },
  { what: 'the renderer imports a server package', folder: 'src-renderer', specifier: 'ws' },
  { what: 'the renderer imports the server', folder: 'src-renderer', specifier: '../src-server/app/x.ts' },
  { what: 'the renderer runs the bridge', folder: 'src-renderer/platform', specifier: '#bridge/x.ts' },
  { what: 'a feature imports another', folder: 'src-renderer/features/inbox', specifier: '../composer/x.ts' },
  { what: 'the kit imports a store', folder: 'src-renderer/ui', specifier: '../stores/x.ts' },
  { what: 'a store imports a feature', folder: 'src-renderer/stores', specifier: '../features/inbox/x.ts' },
  { what: 'the widget imports react', folder: 'src-widget', specifier: 'react' },
  { what: 'the widget imports the renderer', folder: 'src-widget', specifier: '../src-renderer/ui/x.ts' },
  { what: 'main runs the server', folder: 'src-main', specifier: '../src-server/app/x.ts' },
  { what: 'an unknown alias', folder: 'src-main', specifier: '#server/x.ts' },
]

const allowed: readonly Crossing[] = [
  { what: 'core to protocol', folder: 'src-server/core', specifier: '#protocol' },
  { what: 'core to ports', folder: 'src-server/core', specifier: '../ports/x.ts' },
  { what: 'app to an adapter', folder: 'src-server/app', specifier: '../adapters/x.ts' },
  { what: 'an adapter to a package', folder: 'src-server/adapters/http', specifier: 'fastify' },
  {
    what: 'a migration to a type',
    folder: 'src-server/adapters/sqlite/migrations',
    specifier: '../x.ts',
    form: 'type',
  },
  { what: 'the client to protocol', folder: 'src-client', specifier: '#protocol/x.ts' },
  { what: 'a feature to itself', folder: 'src-renderer/features/inbox', specifier: './row.ts' },
  { what: 'a feature to a store', folder: 'src-renderer/features/inbox', specifier: '../../stores/x.ts' },
  {
    what: 'the platform to a type of the bridge',
    folder: 'src-renderer/platform',
    specifier: '#bridge/x.ts',
    form: 'type',
  },
  { what: 'the widget to the client', folder: 'src-widget', specifier: '#client/x.ts' },
  { what: 'main to a type of app', folder: 'src-main', specifier: '../src-server/app/x.ts', form: 'type' },
  { what: 'main to electron', folder: 'src-main', specifier: 'electron' },
  { what: 'e2e to the test kit', folder: 'e2e', specifier: '../src-server/testing/x.ts' },
]

function snippet({ specifier, form }: Crossing): string {
  if (form === 'type') return `import type { X } from '${specifier}'\nexport type A = X\n`
  if (form === 'lazy') return `export const a = () => import('${specifier}')\n`
  if (form === 'type query') return `export type A = import('${specifier}').X\n`
  if (form === 're-export') return `export { x } from '${specifier}'\n`
  return `import { x } from '${specifier}'\nexport const a = () => [x]\n`
}

const numbered = (cases: readonly Crossing[], name: string) =>
  cases.map((crossing, n) => ({ ...crossing, path: `${crossing.folder}/${name}-${n}.ts` }))

describe('the layer table', () => {
  const refused = numbered(crossings, 'refused')
  const fine = numbered(allowed, 'fine')
  const inTests = [
    { what: 'core tests use the test kit', path: 'src-server/core/kit.test.ts', specifier: '../testing/x.ts' },
    { what: 'client tests run the server', path: 'src-client/server.test.ts', specifier: '../src-server/app/x.ts' },
  ]
  let findings: Findings

  beforeAll(async () => {
    const cases = [...refused, ...fine, ...inTests.map((one) => ({ ...one, folder: '' }))]
    findings = await lintFiles(Object.fromEntries(cases.map((one) => [one.path, snippet(one)])))
  }, 60_000)

  it.for(refused)('refuses: $what', ({ path }) => expect(findings.get(path)).toContain('layers'))
  it.for(fine)('allows: $what', ({ path }) => expect(findings.get(path) ?? []).not.toContain('layers'))
  it.for(inTests)('allows: $what', ({ path }) => expect(findings.get(path) ?? []).not.toContain('layers'))
})
