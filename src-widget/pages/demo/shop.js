// The demo shop's own script, as any shop might have one: the language, the page's title, and buttons that open the chat.
const page = document.documentElement
const remembered = localStorage.getItem('shop-language')
const wanted = new URLSearchParams(location.search).get('lang') ?? remembered ?? navigator.language

// Before anything is painted: this script stands in the head.
page.lang = wanted.startsWith('zh') ? 'zh' : 'en'

/** What the visitor looks at, so that the agent reads it, too. */
const nameTab = () => {
  const shop = page.lang === 'zh' ? '半山茶舍' : 'Halfway Hill Tea'
  const what = document.getElementById(location.hash.slice(1))?.getAttribute(`data-title-${page.lang}`)
  document.title = what ? `${what} · ${shop}` : shop
}

const turnLanguage = () => {
  page.lang = page.lang === 'zh' ? 'en' : 'zh'
  localStorage.setItem('shop-language', page.lang)
  nameTab()
}

/** @param {Element} button */
const ask = (button) => {
  location.hash = button.getAttribute('data-ask') ?? ''
  /** @type {{ Frontdesk?: { open(): void } }} */
  const { Frontdesk } = window
  Frontdesk?.open()
}

document.addEventListener('DOMContentLoaded', () => {
  nameTab()
  document.getElementById('language')?.addEventListener('click', turnLanguage)
  for (const button of document.querySelectorAll('[data-ask]')) button.addEventListener('click', () => ask(button))
})
window.addEventListener('hashchange', nameTab)
