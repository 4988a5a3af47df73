import { describe, expect, it } from 'vitest'
import { findPinnedNode } from './pinned-node.mjs'

describe('the pinned Node', () => {
  it('is the one in node_modules', () => {
    const found = findPinnedNode({ current: '/usr/bin/node', currentVersion: '20.20.2', exists: () => true })
    expect(found).toMatchObject({ pinned: true, usable: true })
    expect(found.path).toContain('node_modules')
  })

  it('may be the machine’s own where npm has none for the platform, if that one is new enough', () => {
    const own = { current: '/usr/bin/node', exists: () => false }
    expect(findPinnedNode({ ...own, currentVersion: '26.1.0' })).toEqual({
      path: '/usr/bin/node',
      pinned: false,
      usable: true,
    })
    expect(findPinnedNode({ ...own, currentVersion: '20.20.2' })).toMatchObject({ usable: false })
  })
})
