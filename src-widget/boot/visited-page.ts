// Where on the shop's site the visitor is, for the agent's eyes. The page's own history functions are left untouched.
import { limits, type VisitorPage } from '#protocol'
import type { Cancel } from '#client/environment.ts'

/** Names and passwords in an address are nobody's business. */
const withoutSecrets = (address: string): string => address.replace(/\/\/[^/@]*@/u, '//')

const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed()

export const describePage = (address: string, title: string, referrer: string): VisitorPage => ({
  url: cut(withoutSecrets(address), limits.maxUrlLength),
  // The number of unread messages is ours, not the page's.
  title: cut(title.replace(/^\(\d+\+?\) /u, ''), limits.maxTitleLength),
  referrer: cut(withoutSecrets(referrer), limits.maxUrlLength),
})

export const currentPage = (): VisitorPage => ({
  ...describePage(location.href, document.title, document.referrer),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

/** Shops without page loads change the address first and the title a moment later. */
const TITLE_FOLLOWS_MS = 300

/** Calls back when the visitor has moved on within the page. */
export const watchAddress = (after: (delayMs: number, task: () => void) => Cancel, moved: () => void): void => {
  let cancel: Cancel | undefined
  const look = (): void => {
    cancel?.()
    cancel = after(TITLE_FOLLOWS_MS, moved)
  }
  // Missing in Firefox before 147 and Safari before 26, where only back, forward and anchors are noticed.
  const navigation = (window as { readonly navigation?: EventTarget }).navigation
  navigation?.addEventListener('navigatesuccess', look)
  window.addEventListener('popstate', look)
  window.addEventListener('hashchange', look)
}
