// The checkup of the computer that hosts: real processes of the app, beside its real desk.
import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import type { DeskApp } from '../drivers/desk-app.ts'
import { test } from '../electron/fixtures.ts'

const { checkup, page } = en.deskSettings

const openCheckup = async ({ window }: DeskApp): Promise<void> => {
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('button', { name: page.checkup }).click()
}

/** What a checkup leaves for as long as it runs. */
const leftIn = ({ dataFolder }: DeskApp): readonly string[] =>
  readdirSync(dataFolder).filter((name) => name.startsWith('.frontdesk'))

const namesOfProcesses = ({ app }: DeskApp): Promise<readonly string[]> =>
  app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .map(({ name = '' }) => name)
      .filter((name) => name === 'Frontdesk checkup' || name === 'Frontdesk self-load'),
  )

test('[D9.24] tells what was found and how many visitors this computer can serve, while the desk goes on', async ({
  host,
}) => {
  test.slow()
  await openCheckup(host)
  await host.window.getByRole('button', { name: checkup.start }).click()
  await expect(host.window.getByRole('progressbar')).toContainText('visitors write')
  expect((await fetch(`${await host.deskUrl()}/readyz`)).ok).toBe(true)
  await expect(host.window.getByText(/^(At least|About) [\d,]+$/u)).toBeVisible({ timeout: 60_000 })
  await expect(host.window.getByRole('list', { name: checkup.results }).getByRole('listitem')).toHaveCount(8)
  await expect(host.window.getByText('Frontdesk answers at')).toBeVisible()
  expect(leftIn(host)).toEqual([])
  await expect.poll(() => namesOfProcesses(host)).toEqual([])
})

test('[D9.23] stopped in the middle, its processes and its folder are gone and it can be started again', async ({
  host,
}) => {
  await openCheckup(host)
  await host.window.getByRole('button', { name: checkup.start }).click()
  await expect.poll(() => leftIn(host)).toHaveLength(1)
  await host.window.getByRole('button', { name: checkup.stop }).click()
  await expect(host.window.getByText(checkup.empty)).toBeVisible()
  await expect.poll(() => leftIn(host)).toEqual([])
  await expect.poll(() => namesOfProcesses(host)).toEqual([])
  await host.window.getByRole('switch', { name: checkup.measureLabel }).click()
  await host.window.getByRole('button', { name: checkup.start }).click()
  await expect(host.window.getByRole('list', { name: checkup.results }).getByRole('listitem')).toHaveCount(7)
  await expect(host.window.getByRole('button', { name: checkup.again })).toBeVisible()
})
