// End-to-end tests against the built app: `web` in Debian's Chromium with a real server process, `electron` in the desktop
// app. scripts/e2e.mjs prepares both and says where they are.
import { defineConfig } from '@playwright/test'

const cache = '../.cache'

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
    {
      name: 'web',
      testMatch: 'web/**/*.spec.ts',
      use: {
        launchOptions: {
          ...(process.env['FRONTDESK_CHROMIUM'] ? { executablePath: process.env['FRONTDESK_CHROMIUM'] } : {}),
          // A closed network makes Chromium's own look-ups slow and loud.
          args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
          chromiumSandbox: process.getuid?.() !== 0,
        },
      },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
})
