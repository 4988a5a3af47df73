import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeScratchFolder, nearestFolder, removeScratchFolder } from './scratch-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-scratch-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('[D9.23] lies in the data folder, or above one that is not made yet, and goes whole', () => {
  const folder = makeScratchFolder(join(root, 'not', 'yet'), 1_000)
  expect(dirname(folder)).toBe(root)
  mkdirSync(join(folder, 'files'))
  removeScratchFolder(folder)
  expect(readdirSync(root)).toEqual([])
  expect(nearestFolder(root)).toBe(root)
})

it('[D9.23] what a killed checkup left goes with the next one; what another one is using stays', () => {
  const left = makeScratchFolder(root, 60_000)
  const used = makeScratchFolder(root, 60_000)
  mkdirSync(join(root, 'files'))
  for (const folder of [left, join(root, 'files')]) utimesSync(folder, 0, 0)
  const mine = makeScratchFolder(root, 60_000)
  expect([left, used, mine, join(root, 'files')].map(existsSync)).toEqual([false, true, true, true])
})
