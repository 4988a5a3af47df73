// End-to-end tests against the built app: `web` in Debian's Chromium with a real server process, `widget` every state of the
// widget on a page of its own, `electron` in the desktop app. scripts/e2e.mjs prepares them and says where they are.
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const cache = '../.cache'
const root = join(import.meta.dirname, '..')
const statesPort = 5179

const chromium = {
  launchOptions: {
    ...(process.env['FRONTDESK_CHROMIUM'] ? { executablePath: process.env['FRONTDESK_CHROMIUM'] } : {}),
    // A closed network makes Chromium's own look-ups slow and loud.
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    chromiumSandbox: process.getuid?.() !== 0,
  },
}

export default defineConfig({
  testDir: '.',
  outputDir: `${cache}/e2e-results`,
  // One screen and two cores: tests that share them only get in each other's way.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${cache}/e2e-report.json` }]],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'web', testMatch: 'web/**/*.spec.ts', use: chromium },
    {
      name: 'widget',
      testDir: '../src-widget/states',
      use: { ...chromium, baseURL: `http://localhost:${statesPort}`, timezoneId: 'Asia/Shanghai' },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
  webServer: {
    name: 'widget states',
    command: `"${process.execPath}" node_modules/vite/bin/vite.js src-widget/states --config vite.widget.config.ts --port ${statesPort} --strictPort`,
    cwd: root,
    port: statesPort,
    reuseExistingServer: true,
  },
})
