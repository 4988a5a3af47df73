import { describe, expect, it } from 'vitest'
import { paneWidth } from './pane-width.ts'

describe('pane width', () => {
  it('[look] stays within its bounds', () => {
    const list = { minPx: 240, maxPx: 420, collapsible: false }
    expect([0, 239, 300.4, 900].map((px) => paneWidth(px, list))).toEqual([240, 240, 300, 420])
  })

  it('[look] a collapsible pane closes below half of its minimum', () => {
    const side = { minPx: 240, maxPx: 380, collapsible: true }
    expect([-20, 119, 120, 381].map((px) => paneWidth(px, side))).toEqual([0, 0, 240, 380])
  })
})
