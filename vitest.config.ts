// Unit tests, all in Node: pages are tested by Playwright, their logic here. `npx vitest run src-server/core` runs a part.
import { defineConfig } from 'vitest/config'

const inNode = (name: string, ...folders: string[]) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`) },
})

export default defineConfig({
  test: {
    environment: 'node',
    allowOnly: false,
    expect: { requireAssertions: true },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      inNode('server', 'src-server'),
      inNode('client', 'src-client'),
      inNode('main', 'src-main'),
      inNode('renderer', 'src-renderer'),
      inNode('widget', 'src-widget'),
      inNode('scripts', 'scripts', 'bench'),
    ],
  },
})
