import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { appMenu } from './app-menu.ts'

const done: string[] = []
const actions = { openPage: (page: string) => void done.push(page), showLog: () => void done.push('log') }
const menu = (system: string, texts = en, isPackaged = true) => appMenu({ system, isPackaged, texts, actions })
const itemsOf = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
const rolesIn = (system: string) => itemsOf(menu(system)).flatMap(({ role }) => role ?? [])

describe('the application menu', () => {
  it('has a name of ours for all that one can see, in both languages', () => {
    for (const system of ['darwin', 'win32', 'linux'])
      for (const texts of [en, zh])
        for (const item of itemsOf(menu(system, texts)))
          if (item.type !== 'separator' && item.visible !== false) expect(item.label, item.role).toBeTruthy()
    const chinese = itemsOf(menu('darwin', zh)).flatMap(({ label }) => label ?? [])
    expect(chinese.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([])
  })

  it('is what each system expects', () => {
    expect(menu('darwin')[0]?.label).toBe('Frontdesk')
    expect(menu('win32')[0]?.label).toBe('File')
    for (const role of ['services', 'hideOthers', 'front']) expect(rolesIn('darwin')).toContain(role)
    for (const system of ['win32', 'linux'])
      for (const role of ['services', 'front']) expect(rolesIn(system)).not.toContain(role)
    for (const system of ['darwin', 'win32', 'linux'])
      for (const role of ['about', 'quit', 'close', 'zoomIn', 'zoomOut', 'resetZoom'])
        expect(rolesIn(system), system).toContain(role)
  })

  it('has the tools of whoever works on the program only for them', () => {
    expect(rolesIn('linux')).not.toContain('toggleDevTools')
    expect(itemsOf(menu('linux', en, false)).some(({ role }) => role === 'toggleDevTools')).toBe(true)
  })

  it('leads to the settings, the diagnostics and the log', () => {
    for (const label of ['Settings', 'Diagnostics', 'Show the log file'])
      (itemsOf(menu('linux')).find((item) => item.label === label)?.click as (() => void) | undefined)?.()
    expect(done).toEqual(['general', 'diagnostics', 'log'])
  })
})
