// Where the code of a worker thread lies: beside the sources while they run as they are, beside the bundle once built.
import { existsSync } from 'node:fs'

const candidates = (name: string): readonly string[] =>
  import.meta.url.endsWith('.ts') ? [`../../entry/${name}.ts`] : [`./${name}.js`, `../${name}.js`]

/** @throws when the build left it out. */
export const workerEntry = (name: string): URL => {
  for (const candidate of candidates(name)) {
    const url = new URL(candidate, import.meta.url)
    if (existsSync(url)) return url
  }
  throw new Error(`the code of the worker ${name} is missing beside ${import.meta.url}`)
}
