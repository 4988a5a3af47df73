// The renderer in a browser, with hot reload: the desk at / (its server is the one that `npm run dev:server` starts) and
// the component page at /ui-page/. `vite build` with this file makes the component page for the end-to-end tests.
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pageTarget } from './build-targets.config.ts'

const server = process.env['FRONTDESK_DEV_SERVER'] ?? 'http://127.0.0.1:8000'
// The Host header stays the page's own: the server takes a page for its own by it.
const toServer = { target: server }

export default defineConfig({
  root: join(import.meta.dirname, 'src-renderer'),
  base: './',
  plugins: [react()],
  server: {
    port: 5174,
    proxy: { '/api': toServer, '/f/': toServer, '/ws': { ...toServer, ws: true } },
  },
  build: {
    target: pageTarget,
    outDir: join(import.meta.dirname, 'out/ui-page'),
    emptyOutDir: true,
    rolldownOptions: { input: join(import.meta.dirname, 'src-renderer/ui-page/index.html') },
  },
})
