// A real Chromium with the built desk in it, logged in, and the probe that watches its frames.
import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Office } from '../desk/office.ts'
import { installProbe, type Seen } from './page-probe.ts'

export type DeskWindow = {
  readonly page: Page
  /** What the probe saw, taken out of the page. */
  seen(): Promise<Seen>
  /** After everything that nobody holds was collected. */
  heapMb(): Promise<number>
  close(): Promise<void>
}

const BYTES_PER_MB = 1024 * 1024

const sandbox = process.getuid?.() !== 0

const heapMb = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / BYTES_PER_MB
}

/** `trace`: file for Chromium's own record of the whole run. */
export const openDeskWindow = async (url: string, office: Office, trace: string): Promise<DeskWindow> => {
  const executablePath = process.env['FRONTDESK_CHROMIUM']
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: sandbox,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const [agent] = office.agents
  if (!agent) throw new Error('nobody can open the desk')
  const kept = JSON.stringify({ token: agent.token, self: { id: agent.id, name: 'Agent 0', role: 'owner' } })
  await page.addInitScript(([name, value]) => window.localStorage.setItem(name, value), [
    `session:${url}`,
    kept,
  ] as const)
  await page.addInitScript(installProbe)
  const cdp = await context.newCDPSession(page)
  await browser.startTracing(page, {
    path: trace,
    categories: ['devtools.timeline', 'blink.user_timing', 'latencyInfo'],
  })
  return {
    page,
    seen: () => page.evaluate(() => window.benchProbe),
    heapMb: () => heapMb(cdp),
    async close() {
      await browser.stopTracing()
      await browser.close()
    },
  }
}
