import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { inflateRaw } from './inflate-raw.ts'

const deflated = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes))

it('[D9] inflates up to its bound and not a byte further', async () => {
  const bytes = new Uint8Array(100_000).map((_, index) => index % 251)
  expect(await inflateRaw(deflated(bytes), bytes.length)).toEqual(bytes)
  expect(await inflateRaw(deflated(bytes), bytes.length - 1)).toBeUndefined()
  expect(await inflateRaw(deflated(new Uint8Array(50_000_000)), 1_000_000)).toBeUndefined()
})

it('[D10] takes broken bytes for broken', async () => {
  const whole = deflated(new Uint8Array(1_000).fill(7))
  expect(await inflateRaw(whole.slice(0, -2), 10_000)).toBeUndefined()
  expect(await inflateRaw(Uint8Array.of(0xff, 0xff, 0xff), 10_000)).toBeUndefined()
  expect(await inflateRaw(new Uint8Array(), 10_000)).toBeUndefined()
})
