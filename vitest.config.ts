// Unit tests, all in Node: pages are tested by Playwright, their logic here. `npx vitest run src-server/core` runs a part.
import { defineConfig } from 'vitest/config'

const project = (name: string, folders: readonly string[], options: object = {}) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`), ...options },
})

const pureFolders = ['src-client', 'src-server/core', 'src-server/protocol', 'src-server/ports']

/** Pure code keeps nothing between files (lint sees to it), so its tests may share a thread: a third of the time. */
const sharedThread = { pool: 'threads', isolate: false }

export default defineConfig({
  test: {
    environment: 'node',
    // Vitest leaves one core to the person at the keyboard; many of these tests wait for a disk or a socket.
    maxWorkers: '100%',
    allowOnly: false,
    // Whole servers and property tests, on machines that are busy with other things: a test that hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { requireAssertions: true },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      project('pure', pureFolders, sharedThread),
      project('server', ['src-server'], { exclude: pureFolders.map((folder) => `${folder}/**`) }),
      project('main', ['src-main']),
      project('renderer', ['src-renderer']),
      project('widget', ['src-widget']),
      project('scripts', ['scripts', 'bench']),
    ],
  },
})
