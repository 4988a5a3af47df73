// Where in the desk one is, and the same as an address, so that reload, back and a notification lead to the right place.
import { NO_CONVERSATION, type ConversationId } from '#protocol'

export const inboxViews = ['mine', 'queue', 'open', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]

export const settingsPages = [
  'general',
  'notifications',
  'account',
  'sessions',
  'people',
  'groups',
  'tags',
  'intents',
  'skills',
  'routing',
  'what-if',
  'checkup',
  'about',
] as const
export type SettingsPage = (typeof settingsPages)[number]

export type Place =
  | { readonly section: 'inbox'; readonly view: InboxView; readonly conversation: ConversationId }
  | { readonly section: 'team' }
  | { readonly section: 'settings'; readonly page: SettingsPage }

export const home: Place = { section: 'inbox', view: 'mine', conversation: NO_CONVERSATION }

export function placeToHash(place: Place): string {
  switch (place.section) {
    case 'inbox':
      return place.conversation === NO_CONVERSATION ? `#/${place.view}` : `#/${place.view}/${place.conversation}`
    case 'team':
      return '#/team'
    case 'settings':
      return `#/settings/${place.page}`
    default:
      return place satisfies never
  }
}

/** Anything that is no place is home: addresses get typed, cut and bookmarked. */
export function placeFromHash(hash: string): Place {
  const [section = '', detail = ''] = hash.replace(/^#\/?/, '').split('/')
  if (section === 'team') return { section }
  if (section === 'settings') return { section, page: settingsPages.find((page) => page === detail) ?? 'general' }
  const view = inboxViews.find((known) => known === section)
  if (view === undefined) return home
  const id = /^\d{1,15}$/.test(detail) ? Number(detail) : 0
  return { section: 'inbox', view, conversation: id as ConversationId }
}

/** `#setup=CODE`, as the server prints it, or undefined. */
export function setupCodeFromHash(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('setup')
  return code === null || code === '' ? undefined : code
}
