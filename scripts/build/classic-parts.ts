// Makes two classic scripts of the modules that the bundler puts out: widget.js, which every page loads, and the panel's, which
// it brings when it is wanted. They meet on the script element that loads the second one: src-widget/parts/load-part.ts.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { minify } from 'terser'
import type { Plugin, Rolldown } from 'vite'

/** Gzipped. The first is downloaded by everybody who opens a shop's page, both together by everybody who opens the panel. */
const MAX_FIRST_BYTES = 30 * 1024
const MAX_WHOLE_BYTES = 45 * 1024

/** Stand in the first part's code for what is known only when the second is made. */
export const panelMarks = { file: '@panel-file@', integrity: '@panel-integrity@' } as const

/** @returns the code without what `pattern` finds, and the first group of that; a build that finds nothing must not go on. */
const take = (code: string, pattern: RegExp): { readonly rest: string; readonly found: string } => {
  const found = pattern.exec(code)
  if (!found) throw new Error(`the widget's build finds nothing like ${pattern.source}`)
  return { rest: code.replace(pattern, ''), found: found[1] ?? '' }
}

/** `a as b, c` as the inside of an object: `export` names what is inside first, `import` what is outside. */
const namesOf = (list: string, isExport: boolean): string =>
  list
    .split(',')
    .map((each) => {
      const [from = '', to = from] = each.trim().split(/ as /u)
      return isExport ? `${to}:${from}` : `${from}:${to}`
    })
    .join(',')

const exported = /\bexport ?\{([^}]*)\};?/u

/** What it gives away is put into `shared`; its import() is done by the script element. */
const asFirst = (code: string): string => {
  const { rest } = take(code, /,\s*\(\)\s*=>\s*import\([`'"]\.\/panel\.js[`'"]\)/u)
  const { rest: body, found } = take(rest, exported)
  const shared = take(found, /([\w$]+) as sharedParts\b/u).found
  return `(()=>{${body};${shared}.parts={${namesOf(found, true)}}})()`
}

const asSecond = (code: string): string => {
  const { rest, found } = take(code, /\bimport ?\{([^}]*)\} ?from ?[`'"]\.\/widget\.js[`'"];?/u)
  const { rest: body, found: offered } = take(rest, exported)
  return `(meetingScript=>{const {${namesOf(found, false)}}=meetingScript.frontdesk;${body};meetingScript.frontdesk={${namesOf(offered, true)}}})(document.currentScript)`
}

type Bundle = Rolldown.OutputBundle

/** A second pass over the minified script: nobody has to wait for what it finds. */
const squeeze = async (
  bundle: Bundle,
  file: string,
  asClassic: (code: string) => string,
): Promise<Rolldown.OutputChunk> => {
  const [chunk, map] = [bundle[file], bundle[`${file}.map`]]
  if (chunk?.type !== 'chunk' || map?.type !== 'asset') throw new Error(`the widget's build made no ${file}`)
  const { code = '', map: squeezedMap } = await minify(
    asClassic(chunk.code.replace(/^\/\/# sourceMappingURL=.*$/mu, '')),
    {
      module: true,
      // Statements left as they are repeat each other more often: shorter once gzipped.
      compress: { passes: 2, ecma: 2020, sequences: false, conditionals: false },
      format: { ecma: 2020 },
      sourceMap: { content: String(map.source), url: `${file}.map` },
    },
  )
  // Terser gives the map as text unless told otherwise.
  map.source = squeezedMap as string
  chunk.code = code
  return chunk
}

const gzipped = ({ code }: Rolldown.OutputChunk): number => gzipSync(code, { level: 9 }).length

export const classicParts = (): Plugin => ({
  name: 'frontdesk:classic-parts',
  async generateBundle(_options, bundle) {
    const panel = await squeeze(bundle, 'panel.js', asSecond)
    const first = await squeeze(bundle, 'widget.js', asFirst)
    const digest = (as: 'base64' | 'hex'): string => createHash('sha256').update(panel.code).digest(as)
    const file = `panel-${digest('hex').slice(0, 12)}.js`
    first.code = first.code.replace(panelMarks.file, file).replace(panelMarks.integrity, `sha256-${digest('base64')}`)
    // As a file of its own name: the bundler knows it by another.
    delete bundle['panel.js']
    this.emitFile({ type: 'asset', fileName: file, source: panel.code })
    const [bytes, whole] = [gzipped(first), gzipped(first) + gzipped(panel)]
    this.info(`widget.js: ${bytes} of ${MAX_FIRST_BYTES} bytes gzipped, with the panel ${whole} of ${MAX_WHOLE_BYTES}`)
    if (bytes > MAX_FIRST_BYTES) this.error(`widget.js has more than the ${MAX_FIRST_BYTES} bytes a shop was promised`)
    if (whole > MAX_WHOLE_BYTES)
      this.error(`both parts have more than the ${MAX_WHOLE_BYTES} bytes a shop was promised`)
  },
})
