// The trail of the scripted desk: a walk through the shop that ends at the cart.
import type { VisitorId } from '#protocol'
import type { VisitorTrail } from '#protocol/trail-schemas.ts'

const minute = 60_000
const walk = [
  ['/cart', '购物车'],
  ['/products/hand-grinder', 'Hand grinder “Kobold”'],
  ['/products/tea', ''],
  ['/%E8%8C%B6/%E9%93%81%E8%A7%82%E9%9F%B3', ''],
  [
    '/search',
    'A very long title that some shop has written for a search engine and not for anybody who reads it in a narrow pane',
  ],
  ['/help/shipping', '配送说明'],
  ['/', 'Home'],
] as const

export function fakeTrail(visitor: VisitorId): VisitorTrail {
  if (visitor % 2 === 0) return { pages: [] }
  const now = Date.now()
  return {
    pages: walk.map(([path, title], index) => ({
      at: now - (index * index * 90 + 2) * minute,
      url: `https://shop.example.com${path}`,
      title,
      referrer: index === walk.length - 1 ? 'https://www.google.com/' : '',
    })),
  }
}
