import { describe, expect, it } from 'vitest'
import { deepLinkIn, parseDeepLink } from './deep-link.ts'

describe('a deep link', () => {
  it.each([
    ['frontdesk://conversation/123', { kind: 'conversation', conversation: 123 }],
    ['FRONTDESK://Conversation/123/', { kind: 'conversation', conversation: 123 }],
    ['frontdesk://conversation/999999999999999', { kind: 'conversation', conversation: 999_999_999_999_999 }],
    ['frontdesk://settings/notifications', { kind: 'settings', page: 'notifications' }],
    ['frontdesk://settings/what-if/', { kind: 'settings', page: 'what-if' }],
  ])('%s leads somewhere', (link, place) => expect(parseDeepLink(link)).toEqual(place))

  it.each([
    '',
    'frontdesk:',
    'frontdesk://',
    'frontdesk://conversation',
    'frontdesk://conversation/',
    'frontdesk://conversation/0',
    'frontdesk://conversation/007',
    'frontdesk://conversation/-1',
    'frontdesk://conversation/1.5',
    'frontdesk://conversation/1e3',
    'frontdesk://conversation/１２３',
    'frontdesk://conversation/9999999999999999',
    'frontdesk://conversation/1/2',
    'frontdesk://conversation/1?token=a',
    'frontdesk://conversation/1#/settings/people',
    'frontdesk://conversation/%31',
    'frontdesk://conversation/..%2Fsettings',
    'frontdesk://conversation/../settings/people',
    'frontdesk://conversation:80/1',
    'frontdesk://mei@conversation/1',
    'frontdesk://evil.example/1',
    'frontdesk://conversation.evil.example/1',
    'frontdesk:conversation/1',
    'frontdesk:///conversation/1',
    'frontdesk-app://desk/index.html',
    'https://conversation/1',
    'javascript:alert(1)',
    ' frontdesk://conversation/1',
    'frontdesk://conversation/1\n',
    'frontdesk://conversation/1\0',
    'frontdesk://settings/../../etc/passwd',
    'frontdesk://settings/people?x',
    'frontdesk://settings/<script>',
    `frontdesk://settings/${'a'.repeat(31)}`,
    `frontdesk://conversation/1${'/'.repeat(100_000)}`,
  ])('%j leads nowhere', (link) => expect(parseDeepLink(link)).toEqual({ kind: 'nowhere' }))

  it('is found among the words of a command line, and only as a word of its own', () => {
    const flags = ['/opt/frontdesk', '--user-data-dir=/tmp/frontdesk://conversation/1', '--no-sandbox']
    expect(deepLinkIn(flags)).toBeUndefined()
    expect(deepLinkIn([...flags, 'frontdesk://conversation/7'])).toEqual({ kind: 'conversation', conversation: 7 })
    expect(deepLinkIn([...flags, 'Frontdesk:junk'])).toEqual({ kind: 'nowhere' })
  })
})
