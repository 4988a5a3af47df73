// Where in the desk one is, and the same as an address, so that reload, back and a notification lead to the right place.
import { NO_CONVERSATION, type ConversationId, type Seq } from '#protocol'
import { noQuery, queryFromAddress, queryToAddress, type InboxQuery } from './inbox-query.ts'

export const inboxViews = ['mine', 'queue', 'groups', 'open', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]

export const settingsPages = [
  'general',
  'notifications',
  'account',
  'sessions',
  'announcement',
  'replies',
  'people',
  'blocks',
  'groups',
  'tags',
  'intents',
  'skills',
  'targets',
  'routing',
  'what-if',
  'checkup',
  'diagnostics',
  'about',
] as const
export type SettingsPage = (typeof settingsPages)[number]

export type Place =
  | {
      readonly section: 'inbox'
      readonly view: InboxView
      readonly conversation: ConversationId
      readonly query: InboxQuery
      /** The entry to show in the middle, wherever it lies; without it the newest. */
      readonly at?: Seq
    }
  | { readonly section: 'search' }
  | { readonly section: 'team' }
  /** `wall`: for a screen that many look at and nobody uses. */
  | { readonly section: 'now'; readonly wall: boolean }
  | { readonly section: 'settings'; readonly page: SettingsPage }

export type InboxPlace = Place & { readonly section: 'inbox' }

export const home: InboxPlace = { section: 'inbox', view: 'mine', conversation: NO_CONVERSATION, query: noQuery }

export function placeToHash(place: Place): string {
  switch (place.section) {
    case 'inbox': {
      const at = place.at === undefined ? '' : `/${place.at}`
      const path = place.conversation === NO_CONVERSATION ? place.view : `${place.view}/${place.conversation}${at}`
      return `#/${path}${queryToAddress(place.query)}`
    }
    case 'search':
      return '#/search'
    case 'team':
      return '#/team'
    case 'now':
      return place.wall ? '#/now/wall' : '#/now'
    case 'settings':
      return `#/settings/${place.page}`
    default:
      return place satisfies never
  }
}

const numberIn = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0)

/** Anything that is no place is home: addresses get typed, cut and bookmarked. */
export function placeFromHash(hash: string): Place {
  const [path = '', address = ''] = hash.replace(/^#\/?/, '').split('?')
  const [section = '', detail = '', part = ''] = path.split('/')
  if (section === 'team' || section === 'search') return { section }
  if (section === 'now') return { section, wall: detail === 'wall' }
  if (section === 'settings') return { section, page: settingsPages.find((page) => page === detail) ?? 'general' }
  const view = inboxViews.find((known) => known === section)
  if (view === undefined) return home
  const conversation = numberIn(detail) as ConversationId
  const at = conversation === NO_CONVERSATION ? 0 : numberIn(part)
  return { section: 'inbox', view, conversation, query: queryFromAddress(address), ...(at > 0 && { at: at as Seq }) }
}

/** `?alone`: a window of its own for one conversation. */
export const isAloneWindow = (search: string): boolean => new URLSearchParams(search).has('alone')

/** `#setup=CODE`, as the server prints it, or undefined. */
export function setupCodeFromHash(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('setup')
  return code === null || code === '' ? undefined : code
}
