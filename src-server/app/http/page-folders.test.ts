import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { arePagesBuilt } from './page-folders.ts'

it('pages are built when both the desk and the widget are', () => {
  const root = mkdtempSync(join(tmpdir(), 'frontdesk-pages-'))
  const folders = { renderer: join(root, 'renderer'), widget: join(root, 'widget') }
  for (const folder of Object.values(folders)) mkdirSync(folder)
  expect(arePagesBuilt(folders)).toBe(false)
  writeFileSync(join(folders.renderer, 'index.html'), '')
  expect(arePagesBuilt(folders)).toBe(false)
  writeFileSync(join(folders.widget, 'widget.js'), '')
  expect(arePagesBuilt(folders)).toBe(true)
  rmSync(root, { recursive: true })
})
