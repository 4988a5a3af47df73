// What visitors' browsers load: one classic script without imports, and the pages that show it (full-page chat, demo shop),
// which are copied as they are.
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { visitorTarget } from './build-targets.config.ts'

export default defineConfig({
  publicDir: join(import.meta.dirname, 'src-widget/pages'),
  // "use" of process.env in a dependency would end the script in a browser.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    target: visitorTarget,
    outDir: join(import.meta.dirname, 'out/widget'),
    emptyOutDir: true,
    sourcemap: true,
    cssCodeSplit: false,
    lib: {
      entry: join(import.meta.dirname, 'src-widget/main.tsx'),
      formats: ['iife'],
      name: 'FrontdeskWidget',
      fileName: () => 'widget.js',
    },
  },
})
