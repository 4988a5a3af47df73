// End-to-end tests against the built app: `alone` what measures the machine and comes before all others, `web` in Debian's Chromium with a
// real server process, `pages` how its pages look, `patient` what takes minutes, `widget` every state of the widget on a page of its own, `electron` in the desktop app. scripts/e2e.mjs prepares
// them and says where they are.
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const cache = '../.cache'
const root = join(import.meta.dirname, '..')
const statesPort = 5179

/** Whoever names a project wants that one alone. */
const first = process.argv.some((flag) => flag.startsWith('--project')) ? [] : ['alone']

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
  // Two cores, most of the time waiting: three kinds of tests go side by side, two of one kind would only get in each other's way.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${cache}/e2e-report.json` }]],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'alone', testMatch: 'alone/**/*.spec.ts', workers: 1 },
    {
      name: 'patient',
      testMatch: 'patient/**/*.spec.ts',
      use: chromium,
      workers: 1,
      dependencies: first,
    },
    { name: 'pages', testMatch: 'web/**/*pages.spec.ts', use: chromium, workers: 1, dependencies: first },
    {
      name: 'web',
      testMatch: 'web/**/*.spec.ts',
      testIgnore: '**/*pages.spec.ts',
      use: chromium,
      workers: 1,
      dependencies: first,
    },
    {
      name: 'widget',
      workers: 1,
      dependencies: first,
      testDir: '../src-widget/states',
      use: { ...chromium, baseURL: `http://localhost:${statesPort}`, timezoneId: 'Asia/Shanghai' },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts', workers: 1, dependencies: first },
  ],
  webServer: {
    name: 'widget states',
    command: `"${process.execPath}" node_modules/vite/bin/vite.js src-widget/states --config vite.widget.config.ts --port ${statesPort} --strictPort`,
    cwd: root,
    port: statesPort,
    reuseExistingServer: true,
  },
})
