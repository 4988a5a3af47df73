import { describe, expect, it } from 'vitest'
import type { ConversationId, Seq } from '#protocol'
import { noQuery } from './inbox-query.ts'
import { home, placeFromHash, placeToHash, setupCodeFromHash, type Place } from './place.ts'

describe('place', () => {
  it('[look] every place has an address that leads back to it', () => {
    const places: readonly Place[] = [
      home,
      { section: 'inbox', view: 'closed', conversation: 42 as ConversationId, query: noQuery },
      { section: 'inbox', view: 'groups', conversation: 0 as ConversationId, query: { ...noQuery, tags: ['a/b?c#d'] } },
      { section: 'inbox', view: 'mine', conversation: 7 as ConversationId, query: { ...noQuery, sort: 'oldest' } },
      { section: 'inbox', view: 'open', conversation: 42 as ConversationId, query: noQuery, at: 31 as Seq },
      { section: 'search' },
      { section: 'team' },
      { section: 'now', wall: false },
      { section: 'now', wall: true },
      { section: 'settings', page: 'people' },
    ]
    for (const place of places) expect(placeFromHash(placeToHash(place))).toEqual(place)
  })

  it('[look] an address that is no place leads home', () => {
    for (const hash of ['', '#', '#/', '#/nowhere/3', '#setup=abc', '#/mine/-3', '#/mine/1e9'])
      expect(placeFromHash(hash)).toEqual(home)
    expect(placeFromHash('#/settings/secret')).toEqual({ section: 'settings', page: 'general' })
  })

  it('[look] the setup code is read from the address that the server prints', () => {
    expect(setupCodeFromHash('#setup=7K3M-9QTX')).toBe('7K3M-9QTX')
    expect(setupCodeFromHash('#/mine')).toBeUndefined()
    expect(setupCodeFromHash('#setup=')).toBeUndefined()
  })
})
