// Unit tests, all in Node: pages are tested by Playwright, their logic here. `npx vitest run src-server/core` runs a part.
import { defineConfig } from 'vitest/config'

const mocked = ['src-*/**/*.mocked.test.ts']

const project = (name: string, options: object) => ({ extends: true as const, test: { name, ...options } })

export default defineConfig({
  test: {
    environment: 'node',
    // Vitest leaves one core to the person at the keyboard; many of these tests wait for a disk or a socket.
    maxWorkers: '100%',
    allowOnly: false,
    // Whole servers and property tests, on machines that are busy with other things: a test that hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What real threads and processes come to takes as long as a busy machine wants.
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      // Modules keep nothing between calls here, so test files may share a thread and what it has loaded: two thirds of the time.
      project('shared', {
        include: ['{src-*,scripts,bench}/**/*.test.{ts,tsx}'],
        exclude: mocked,
        pool: 'threads',
        isolate: false,
      }),
      // Whoever puts another module in a module's place (lint sees to the name) must not find it loaded, nor leave the other behind.
      project('mocked', { include: mocked }),
    ],
  },
})
