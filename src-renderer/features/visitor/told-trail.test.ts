import { expect, it } from 'vitest'
import { tellTrail } from './told-trail.ts'

const shop = 'https://shop.example'
const seen = (at: number, path: string, referrer = '') => ({ at, url: `${shop}${path}`, title: path, referrer })
const cart = { url: `${shop}/cart`, title: 'Cart', referrer: `${shop}/` }

it('[D4.12] the newest page is the one they are on, since then; the others came before', () => {
  const told = tellTrail(cart, [seen(3, '/cart'), seen(2, '/tea'), seen(1, '/', 'https://www.google.com/')])
  expect(told).toMatchObject({ since: 3, referrer: 'https://www.google.com/' })
  expect(told.before.map(({ at }) => at)).toEqual([2, 1])
})

it('[D4.12] a page that is not stored yet leaves none out, and claims no time', () => {
  const told = tellTrail(cart, [seen(2, '/tea')])
  expect(told).toMatchObject({ since: 0, referrer: '' })
  expect(told.before.map(({ at }) => at)).toEqual([2])
})

it('[D4.12] without a trail the page tells itself where they came from', () => {
  expect(tellTrail({ ...cart, referrer: 'https://www.baidu.com/' }, [])).toMatchObject({
    since: 0,
    before: [],
    referrer: 'https://www.baidu.com/',
  })
})
