// Looks at every state of the widget in a real browser, without a desk: `npx playwright test --config src-widget/states`.
// Screenshots lie in .cache/screenshots/widget.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = join(import.meta.dirname, '../..')
const port = 5179
const debianChromium = '/usr/bin/chromium'
const chromium = process.env['FRONTDESK_CHROMIUM'] ?? (existsSync(debianChromium) ? debianChromium : undefined)

export default defineConfig({
  testDir: '.',
  outputDir: join(root, '.cache/widget-results'),
  workers: 1,
  forbidOnly: true,
  use: {
    baseURL: `http://localhost:${port}`,
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: {
    command: `node ${join(root, 'node_modules/vite/bin/vite.js')} src-widget/states --config vite.widget.config.ts --port ${port} --strictPort`,
    cwd: root,
    port,
    reuseExistingServer: true,
  },
})
