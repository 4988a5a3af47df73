import { describe, expect, it } from 'vitest'
import { fail, ok } from '#protocol'
import type { SavedViewsPage } from '#protocol/view-schemas.ts'
import type { DeskSettingsApi } from '../platform/desk-settings-api.ts'
import { noQuery } from './inbox-query.ts'
import { home, placeToHash } from './place.ts'
import { createViewsStore, placeOfView, viewAddress } from './views-store.ts'

/** A server that somebody else writes to as well. */
function createServer() {
  let page: SavedViewsPage = { own: { version: '0', views: [] }, shared: { version: '0', views: [] } }
  let saves = 0
  const change: DeskSettingsApi['views']['change'] = async (of, version, { views }) => {
    if (version !== page[of].version) return fail('setting_conflict')
    page = { ...page, [of]: { version: String((saves += 1)), views: [...views] } }
    return ok(page[of])
  }
  return { api: { read: async () => ok(page), change }, page: () => page }
}
const view = (name: string, address = 'queue?tag=VIP') => ({ name, address })

describe('saved views', () => {
  it('[D10.21] what another window saved meanwhile stays', async () => {
    const server = createServer()
    const [here, there] = [createViewsStore(server.api), createViewsStore(server.api)]
    await Promise.all([here.load(), there.load()])
    expect(await here.save('own', view('a'))).toBeUndefined()
    expect(await there.save('own', view('b'))).toBeUndefined()
    expect(server.page().own.views).toEqual([view('a'), view('b')])
    expect(await here.remove('own', 'a')).toBeUndefined()
    expect(here.getState().own.views).toEqual([view('b')])
    expect(await here.save('own', view('b', 'mine'))).toBeUndefined()
    expect(server.page().own.views).toEqual([view('b', 'mine')])
  })

  it('[look] a view leads back to where it was saved, and home when nobody can read it', () => {
    const place = { ...home, view: 'queue' as const, query: { ...noQuery, tags: ['退款'] } }
    expect(placeOfView(view('x', viewAddress(place)))).toMatchObject({ view: 'queue', query: place.query })
    expect(placeToHash(placeOfView(view('x', 'nowhere?tag=a')))).toBe('#/mine')
    expect(placeToHash(placeOfView(view('x', 'settings')))).toBe('#/mine')
  })
})
