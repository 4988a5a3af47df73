// What visitors' browsers load: one classic script without imports, and the pages that show it (full-page chat, demo shop),
// which are copied as they are.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { visitorTarget } from './build-targets.config.ts'
import { limits } from './src-server/protocol/limits.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { version: string }

/** Numbers in the place of `limits.name`: a page needs thirty of them, not the whole table. */
const limitsAsNumbers = (): Plugin => ({
  name: 'frontdesk:limits-as-numbers',
  transform(code, file) {
    if (!/\/src-(?:client|widget|server\/protocol)\//u.test(file)) return null
    const inlined = code.replaceAll(/(?<![.\w])limits\.(\w+)/gu, (written, name: string) =>
      Object.hasOwn(limits, name) ? String(limits[name as keyof typeof limits]) : written,
    )
    // No line is added or removed: the source map stays as good as it was.
    return { code: inlined, map: null }
  },
})

export default defineConfig({
  plugins: [limitsAsNumbers()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h' } },
  resolve: { alias: { '@msgpack/msgpack': join(import.meta.dirname, 'src-widget/msgpack/small-msgpack.ts') } },
  publicDir: join(import.meta.dirname, 'src-widget/pages'),
  // "use" of process.env in a dependency would end the script in a browser.
  define: {
    'process.env.NODE_ENV': JSON.stringify('production'),
    __WIDGET_VERSION__: JSON.stringify(version),
  },
  build: {
    target: visitorTarget,
    outDir: join(import.meta.dirname, 'out/widget'),
    emptyOutDir: true,
    sourcemap: true,
    cssCodeSplit: false,
    lib: {
      entry: join(import.meta.dirname, 'src-widget/main.ts'),
      formats: ['iife'],
      name: 'FrontdeskWidget',
      fileName: () => 'widget.js',
    },
  },
})
