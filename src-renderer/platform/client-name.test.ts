import { describe, expect, it } from 'vitest'
import { clientName, readUserAgent } from './client-name.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

describe('client name', () => {
  it('[look] says browser and system as a person would', () => {
    expect(clientName(`${windows} Chrome/130.0.0.0 Safari/537.36`)).toBe('Chrome 130 · Windows')
    expect(clientName(`${windows} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`)).toBe('Edge 130 · Windows')
    expect(
      clientName(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
      ),
    ).toBe('Safari 17 · iPhone')
    expect(
      readUserAgent(
        'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
      ),
    ).toEqual({ browser: 'WeChat 8', system: 'Android', device: 'phone' })
  })

  it('[look] says nothing rather than something wrong', () => {
    expect(readUserAgent('curl/8.5.0')).toEqual({ browser: '', system: '', device: 'unknown' })
    expect(clientName('')).toBe('')
  })

  it.each([
    [`${windows} Chrome/130.0.0.0 Safari/537.36`, 'computer'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1.15', 'computer'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'computer'],
    ['Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) Version/16.0 Mobile/15E148 Safari/604.1', 'tablet'],
    ['Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0', 'phone'],
    ['', 'unknown'],
  ])('[look] %s is a %s', (userAgent, device) => {
    expect(readUserAgent(userAgent).device).toBe(device)
  })
})
