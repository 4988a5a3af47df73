// Saved views of the inbox, one's own and those for all, as the server keeps them: they follow their owner to another machine.
import { limits } from '#protocol'
import type { SavedView, SavedViewsRow } from '#protocol/view-schemas.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode } from '../platform/api-result.ts'
import type { DeskSettingsApi, ViewsOf } from '../platform/desk-settings-api.ts'
import { queryToAddress } from './inbox-query.ts'
import { home, placeFromHash, type InboxPlace, type Place } from './place.ts'

export type Views = {
  readonly own: SavedViewsRow
  readonly shared: SavedViewsRow
  readonly isKnown: boolean
}

export type ViewsStore = StoreApi<Views> & {
  readonly load: () => Promise<void>
  /** Under its name, which replaces a view of the same name. @returns why not */
  readonly save: (of: ViewsOf, view: SavedView) => Promise<ApiErrorCode | undefined>
  readonly remove: (of: ViewsOf, name: string) => Promise<ApiErrorCode | undefined>
}

const none: SavedViewsRow = { version: '0', views: [] }

export function createViewsStore(api: DeskSettingsApi['views']): ViewsStore {
  const store = createStore<Views>(() => ({ own: none, shared: none, isKnown: false }))

  const load = async (): Promise<void> => {
    const read = await api.read()
    if (read.ok) store.setState({ ...read.value, isKnown: true })
  }

  /** What another window saved meanwhile stays: the change is made to that instead. */
  const change = async (
    of: ViewsOf,
    make: (before: readonly SavedView[]) => readonly SavedView[],
  ): Promise<ApiErrorCode | undefined> => {
    const put = () => {
      const { version, views } = store.getState()[of]
      return api.change(of, version, { views: [...make(views)] })
    }
    let done = await put()
    if (!done.ok && done.code === 'setting_conflict') {
      await load()
      done = await put()
    }
    if (!done.ok) return done.code
    store.setState({ [of]: done.value })
    return undefined
  }

  return {
    ...store,
    load,
    save: (of, view) =>
      change(of, (before) => {
        const at = before.findIndex(({ name }) => name === view.name)
        return at === -1 ? [...before, view] : before.toSpliced(at, 1, view)
      }),
    remove: (of, name) => change(of, (before) => before.filter((view) => view.name !== name)),
  }
}

export const isFull = ({ views }: SavedViewsRow): boolean => views.length >= limits.maxSavedViews

/** A place as a saved view holds it: without the conversation. Empty where there is no inbox. */
export const viewAddress = (place: Place): string =>
  place.section === 'inbox' ? `${place.view}${queryToAddress(place.query)}` : ''

/** Where a saved view leads; home when nobody can read its address any more. */
export function placeOfView({ address }: SavedView): InboxPlace {
  const place = placeFromHash(`#/${address}`)
  return place.section === 'inbox' ? place : home
}
