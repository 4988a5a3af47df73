// The desktop app and the server: out/main (Electron's main process, the server, its workers and the command line),
// out/preload and out/renderer. The widget has its own build (vite.widget.config.ts).
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { nodeTarget, pageTarget } from './build-targets.config.ts'

const here = (...path: string[]) => join(import.meta.dirname, ...path)

/** Every file in src-server/entry is a program of its own; the desktop app calls the hosted one simply the server. */
function serverEntries(): Record<string, string> {
  const files = globSync('src-server/entry/*.ts', { cwd: import.meta.dirname, exclude: ['**/*.test.ts'] })
  return Object.fromEntries(
    files.map((file) => {
      const name = basename(file, '.ts')
      return [name === 'utility-process' ? 'server' : name, here(file)]
    }),
  )
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      emptyOutDir: true,
      sourcemap: true,
      // Only package.json's "dependencies" stay outside: native modules and compiled codecs, which are files of their own.
      externalizeDeps: true,
      rolldownOptions: {
        input: { index: here('src-main/index.ts'), ...serverEntries() },
        // Flat, so that a worker's file lies beside whichever chunk asks for it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false, // a sandboxed preload can require nothing
      rolldownOptions: {
        input: { index: here('src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: pageTarget,
      minify: true, // colleagues load it over the network at /desk
      rolldownOptions: { input: { index: here('src-renderer/index.html') } },
    },
  },
})
