import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createAddressOf, isFromThisComputer, rateKeyOf } from './client-address.ts'

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('client address', () => {
  it('believes nobody unless told', () => {
    expect(createAddressOf([])(request('::ffff:10.0.0.5', '1.2.3.4'))).toBe('10.0.0.5')
  })

  it('believes a trusted proxy, and only as far as it is trusted', () => {
    const addressOf = createAddressOf(['loopback', '10.0.0.0/8'])
    expect(addressOf(request('127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7')
    expect(addressOf(request('10.1.1.1', '6.6.6.6, 203.0.113.7, 10.2.2.2'))).toBe('203.0.113.7')
    expect(addressOf(request('198.51.100.1', '203.0.113.7'))).toBe('198.51.100.1')
    expect(addressOf(request('127.0.0.1', '<script>'))).toBe('127.0.0.1')
    expect(addressOf(request('127.0.0.1', '2001:db8::7'))).toBe('2001:db8::7')
  })

  it('counts an IPv6 customer as one', () => {
    expect(rateKeyOf('192.0.2.1')).toBe('192.0.2.1')
    expect(rateKeyOf('2001:db8:1:2:aaaa::1')).toBe(rateKeyOf('2001:0db8:0001:0002:ffff:0:0:9'))
    expect(rateKeyOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(rateKeyOf('2001:db8:1:3::1')).not.toBe(rateKeyOf('2001:db8:1:2::1'))
    expect(rateKeyOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(rateKeyOf('')).toBe('')
  })

  it('takes only unproxied loopback for this computer', () => {
    expect(isFromThisComputer(request('::1'))).toBe(true)
    expect(isFromThisComputer(request('::ffff:127.0.0.1'))).toBe(true)
    expect(isFromThisComputer(request('127.0.0.1', '203.0.113.7'))).toBe(false)
    expect(isFromThisComputer(request('192.168.0.3'))).toBe(false)
  })
})
