import { expect, it } from 'vitest'
import { limits, SUBPROTOCOL } from '../../protocol/index.ts'
import {
  isOriginAllowed,
  judgeUpgrade,
  type Occupancy,
  type OriginPolicy,
  type UpgradeRequest,
} from './upgrade-policy.ts'

const request: UpgradeRequest = {
  path: '/ws',
  host: 'desk.example:8000',
  origin: undefined,
  subprotocols: [SUBPROTOCOL],
}
const empty: Occupancy = {
  isClosing: false,
  connections: 0,
  maxConnections: 100,
  ungreeted: 0,
  ofAddress: 0,
  refusals: 0,
}
const anyPage: OriginPolicy = { allowed: [], own: [] }
const onlyShop: OriginPolicy = { allowed: ['https://shop.example'], own: ['frontdesk://desk'] }

it('[D10.6] accepts our subprotocol among others, and tells every other version so', () => {
  expect(judgeUpgrade(request, empty, anyPage)).toEqual({ kind: 'accept' })
  expect(judgeUpgrade({ ...request, subprotocols: ['other', SUBPROTOCOL] }, empty, anyPage)).toEqual({ kind: 'accept' })
  for (const subprotocols of [[], ['frontdesk.v2']])
    expect(judgeUpgrade({ ...request, subprotocols }, empty, anyPage)).toMatchObject({
      kind: 'tell',
      code: 'version_unsupported',
    })
})

it.each([
  [undefined, true],
  ['https://shop.example', true],
  ['https://shop.example.evil.example', false],
  ['http://shop.example', false],
  ['https://desk.example:8000', true],
  ['frontdesk://desk', true],
  ['null', false],
  ['not an origin', false],
])('[D10.7] with a list of pages, origin %s is allowed: %s', (origin, allowed) => {
  expect(isOriginAllowed(onlyShop, { origin, host: 'desk.example:8000' })).toBe(allowed)
  expect(isOriginAllowed(anyPage, { origin, host: 'desk.example:8000' })).toBe(true)
})

it('[D10.7] a foreign page is told, not just dropped', () => {
  expect(judgeUpgrade({ ...request, origin: 'https://evil.example' }, empty, onlyShop)).toMatchObject({
    kind: 'tell',
    code: 'origin_forbidden',
  })
})

it('[D9.9] past --max-conn a client is told when to come back; past what can be told, the request is refused', () => {
  const full = { ...empty, connections: 100 }
  expect(judgeUpgrade(request, full, anyPage)).toEqual({
    kind: 'tell',
    code: 'server_full',
    retryAfterMs: limits.fullRetryAfterMs,
  })
  expect(judgeUpgrade(request, { ...full, refusals: limits.maxRefusalsAtOnce }, anyPage)).toMatchObject({
    kind: 'refuse',
    status: 503,
  })
})

it('[D9.10] bounds one address and those who have not said who they are', () => {
  const crowded = { ...empty, ofAddress: limits.maxConnectionsPerAddress }
  expect(judgeUpgrade(request, crowded, anyPage)).toMatchObject({ kind: 'refuse', status: 429 })
  const silent = { ...empty, ungreeted: limits.maxUnauthenticatedConnections }
  expect(judgeUpgrade(request, silent, anyPage)).toMatchObject({ kind: 'refuse', status: 503 })
})

it('[D10.12] a stopping server takes nobody in', () => {
  expect(judgeUpgrade(request, { ...empty, isClosing: true }, anyPage)).toMatchObject({ kind: 'refuse', status: 503 })
})

it('[D10.6] nothing else speaks WebSocket here', () => {
  expect(judgeUpgrade({ ...request, path: '/' }, empty, anyPage)).toMatchObject({ kind: 'refuse', status: 404 })
})
