import { expect, it } from 'vitest'
import { createAddressHash, networkOf, parseAddress, placeOf } from './address-hash.ts'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7\n', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['[2001:DB8:1:2::6]', '2001:db8:1:2::/64'],
])('[D10.24] %j is an address', (typed, place) => {
  expect(parseAddress(typed)).toEqual({ ok: true, value: place })
})

it.each(['', '203.0.113', '203.0.113.256', '203.0.113.0/24', 'localhost', '2001:db8::7::1', 'fe80::1%eth0', '*'])(
  '[D10.24] %j is none',
  (typed) => {
    expect(parseAddress(typed)).toMatchObject({ ok: false, code: 'address_malformed' })
  },
)

it('[D10.24] what is kept of an address is a neighbourhood and a hash that needs the desk’s key', () => {
  expect(networkOf(placeOf('203.0.113.7'))).toBe('203.0.113.*')
  expect(networkOf(placeOf('2001:db8:1:2:3:4:5:6'))).toBe('2001:db8:1:*')
  const hash = createAddressHash(new Uint8Array(32))('203.0.113.7')
  expect(hash).toMatch(/^[0-9a-f]{32}$/)
  expect(createAddressHash(new Uint8Array(32))('203.0.113.7')).toBe(hash)
  expect(createAddressHash(new Uint8Array(32).fill(1))('203.0.113.7')).not.toBe(hash)
})
