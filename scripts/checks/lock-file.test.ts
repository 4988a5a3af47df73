import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../tools/project-paths.mjs'
import { missingOptionals, type LockedPackages } from './lock-file.mjs'

describe('package-lock.json', () => {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as { packages: LockedPackages }

  it('has every optional package, or npm ci refuses it', () => {
    expect(missingOptionals(lock.packages)).toEqual([])
  })

  it('names no registry', () => {
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) => (resolved?.startsWith('http') ? resolved : []))
    expect(hosts).toEqual([])
  })

  it('is looked through as Node would', () => {
    const packages = {
      '': {},
      'node_modules/a': { optionalDependencies: { b: '1', c: '1', d: '1' } },
      'node_modules/a/node_modules/b': {},
      'node_modules/c': {},
    }
    expect(missingOptionals(packages)).toEqual(['d'])
  })
})
