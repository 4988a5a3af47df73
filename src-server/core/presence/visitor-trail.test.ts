import { expect, it } from 'vitest'
import { limits, type EpochMs, type SeenPage } from '../../protocol/index.ts'
import { recentTrail, stepTrail } from './visitor-trail.ts'

const shop = 'https://shop.example'
const page = (path: string, referrer = '', title = path) => ({ url: `${shop}${path}`, title, referrer })
const walk = (steps: readonly (readonly [at: number, path: string, referrer?: string, title?: string])[]) =>
  steps.reduce<readonly SeenPage[]>(
    (trail, [at, path, referrer, title]) => stepTrail(trail, page(path, referrer, title), at as EpochMs),
    [],
  )

it('[D4.12] keeps pages in their order with their times, and the site that somebody came from', () => {
  const trail = walk([
    [1, '/', 'https://www.google.com/'],
    [2, '/cart', `${shop}/`],
  ])
  expect(trail).toEqual([
    { at: 1, url: `${shop}/`, title: '/', referrer: 'https://www.google.com/' },
    { at: 2, url: `${shop}/cart`, title: '/cart', referrer: '' },
  ])
})

it('[D4.12] the same page again is no step; its newest title counts', () => {
  const trail = walk([
    [1, '/cart', '', 'Loading'],
    [2, '/cart', '', 'Cart'],
    [3, '/'],
    [4, '/cart'],
  ])
  expect(trail.map(({ at, title }) => [at, title])).toEqual([
    [1, 'Cart'],
    [3, '/'],
    [4, '/cart'],
  ])
})

it('[D4.12] what is no page changes nothing', () => {
  const trail = walk([[1, '/cart']])
  expect(stepTrail(trail, { url: '', title: 'x', referrer: '' }, 2 as EpochMs)).toEqual(trail)
})

it('[D9.29] keeps the newest of a bounded number, for a bounded time', () => {
  const steps = Array.from({ length: limits.maxTrailPages + 5 }, (_, at) => [at, `/${at}`] as const)
  const trail = walk(steps)
  expect(trail).toHaveLength(limits.maxTrailPages)
  expect(trail[0]?.at).toBe(5)
  const later = (limits.trailMemoryMs + 6) as EpochMs
  expect(recentTrail(trail, later)[0]?.at).toBe(7)
  expect(stepTrail(trail, page('/new'), (later * 2) as EpochMs)).toHaveLength(1)
})
