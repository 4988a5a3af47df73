import { describe, expect, it } from 'vitest'
import { parseDeskAddress } from './desk-address.ts'

describe('desk address', () => {
  it('[look] takes what a person would type', () => {
    expect(parseDeskAddress('192.168.1.20')).toBe('http://192.168.1.20:8000')
    expect(parseDeskAddress(' reception.local:9000 ')).toBe('http://reception.local:9000')
    expect(parseDeskAddress('http://reception.local:9000/desk/#setup')).toBe('http://reception.local:9000')
    expect(parseDeskAddress('https://desk.example.com')).toBe('https://desk.example.com')
    expect(parseDeskAddress('192.168.1.20:80')).toBe('http://192.168.1.20')
    expect(parseDeskAddress('[fe80::1]:8000')).toBe('http://[fe80::1]:8000')
  })

  it('[look] understands what a Chinese input method makes of it', () => {
    expect(parseDeskAddress('１９２。１６８。１。２０：８０００')).toBe('http://192.168.1.20:8000')
  })

  it('[look] refuses what no desk can be behind', () => {
    for (const typed of [
      '',
      '   ',
      'two words',
      'file:///etc/passwd',
      'ftp://desk',
      'http://',
      'http://user:pw@desk',
      'a:b:c',
    ])
      expect(parseDeskAddress(typed), typed).toBeUndefined()
  })
})
