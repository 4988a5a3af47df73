// Composition of the widget in a page: every part meets here, and only here.
import { createPageEnvironment } from '#client/browser/browser-environment.ts'
import { startAttention } from '../attention/attention.ts'
import { createChime } from '../attention/chime.ts'
import { createTitleBadge } from '../attention/title-badge.ts'
import { createUsedTab } from '../attention/used-tab.ts'
import { createDraftKeeper } from '../compose/draft.ts'
import { createUploadList } from '../compose/upload-list.ts'
import { readIdentity } from '../identity/stored-identity.ts'
import { formatLocale } from '../i18n/locale.ts'
import { browserStorageArea, browserStorageNews } from '../storage/browser-storage-area.ts'
import { storageKeys, storagePrefix } from '../storage/storage-keys.ts'
import { asKeyValueStore, createWidgetStorage } from '../storage/widget-storage.ts'
import { loadPart } from '../parts/load-part.ts'
import { createWantedPart, type WantedPart } from '../parts/wanted-part.ts'
import type { PanelPart } from '../ui/frame.ts'
import type { Widget } from '../ui/widget.ts'
import { fullScreenQuery } from '../ui/full-screen-query.ts'
import { createStore } from '../visitor/store.ts'
import { watchColourScheme } from './colour-scheme.ts'
import { fetchDeskName } from './fetch-desk-name.ts'
import { createPageClient, describeVisitor } from './page-client.ts'
import { watchPageLife } from './page-lifecycle.ts'
import { watchPageLocale } from './page-locale.ts'
import { rememberAgentNames } from './remembered-names.ts'
import { createUploadWithIdentity } from './upload-with-identity.ts'
import { currentPage, watchAddress } from './visited-page.ts'
import type { ScriptSettings } from './script-settings.ts'

/** What the page may still tell of its visitor before the desk makes the identity. */
export type KnownVisitor = { name: string | undefined; tags: readonly string[] }

export type CreatedWidget = {
  readonly widget: Widget
  readonly panel: WantedPart<PanelPart>
  readonly visitor: KnownVisitor
}

export const createWidget = ({ options, nonce }: ScriptSettings): CreatedWidget => {
  const { deskUrl } = options
  const storage = createWidgetStorage(browserStorageArea(), storagePrefix(deskUrl), browserStorageNews)
  const environment = createPageEnvironment(deskUrl, asKeyValueStore(storage))
  const life = watchPageLife(environment.now)
  const locale = watchPageLocale(options.locale, options.mode === 'page')
  const visitor: KnownVisitor = { name: options.visitorName, tags: options.visitorTags }
  const isKnown = (): boolean => readIdentity(storage) !== undefined

  const { client, channel, tab } = createPageClient({
    deskUrl,
    storage,
    environment,
    life,
    locale: () => formatLocale(locale.get()),
    newVisitor: () => describeVisitor({ ...visitor, locale: formatLocale(locale.get()), page: currentPage() }),
  })

  const isPage = options.mode === 'page'
  // A panel over the whole of a small screen would come between the visitor and the page they asked for.
  const wasOpen = storage.get(storageKeys.panel) === '1' && !window.matchMedia(fullScreenQuery).matches
  const isOpen = createStore(isPage || (wasOpen && isKnown()))
  const panel = createWantedPart<PanelPart>({
    load: () => loadPart(deskUrl, nonce, () => import('../ui/panel-content.tsx')),
    after: environment.after,
    isAwaited: isOpen.get,
  })
  const wantWhenOpen = (): void => {
    if (isOpen.get()) panel.want()
  }
  isOpen.subscribe(wantWhenOpen)
  wantWhenOpen()
  const isSoundOn = createStore(storage.get(storageKeys.sound) !== 'off')
  const readAnnouncement = createStore(storage.get(storageKeys.announcement))
  const ratingDraft = createStore(storage.get(storageKeys.rating))
  const deskName = createStore(storage.get(storageKeys.desk))
  const usedTab = createUsedTab(tab, channel)
  const chime = createChime()
  let isStarted = false
  let isOpenedByHand = false

  const tellPage = (): void => {
    if (isStarted && life.isVisible()) client.setPage(currentPage())
  }

  const isLookingAtIt = (): boolean => isOpen.get() && life.isVisible()

  const start = (): void => {
    if (isStarted) return
    isStarted = true
    client.start()
    tellPage()
    if (life.isVisible()) usedTab.use()
    startAttention({
      client,
      setTitle: createTitleBadge(document),
      play: () => void chime(),
      maySound: () => isSoundOn.get() && usedTab.isMine(client.isLeading()) && !isLookingAtIt(),
    })
    void fetchDeskName(deskUrl, storage, deskName)
  }

  // A new leader does not know yet where the visitor is.
  let wasLive = false
  client.subscribe(() => {
    const isLive = client.state().link.kind === 'live'
    if (isLive && !wasLive) tellPage()
    wasLive = isLive
  })
  life.listen({
    seen() {
      if (!isStarted) return
      usedTab.use()
      client.look()
      tellPage()
    },
    left: () => client.stop(),
    resumed: () => isStarted && client.start(),
  })
  watchAddress(environment.after, tellPage)
  isSoundOn.subscribe(() => storage.set(storageKeys.sound, isSoundOn.get() ? 'on' : 'off'))
  ratingDraft.subscribe(() => storage.set(storageKeys.rating, ratingDraft.get() ?? ''))
  readAnnouncement.subscribe(() => storage.set(storageKeys.announcement, readAnnouncement.get() ?? ''))
  // Another tab of this visitor made the first contact: its unread messages count here too.
  storage.onChanged((key) => key === storageKeys.identity && isKnown() && start())
  if (isKnown() || isOpen.get()) start()

  const widget: Widget = {
    options,
    nonce,
    client,
    uploads: createUploadList(createUploadWithIdentity(deskUrl, storage, client)),
    drafts: createDraftKeeper(storage),
    locale,
    scheme: watchColourScheme(options.theme),
    isOpen,
    isSoundOn,
    readAnnouncement,
    ratingDraft,
    token: () => readIdentity(storage)?.token,
    agentNames: rememberAgentNames(storage, client),
    deskName,
    isKnown,
    now: environment.now,
    after: environment.after,
    mayFocus: () => isOpenedByHand,
    open(byHand) {
      isOpenedByHand = byHand
      start()
      storage.set(storageKeys.panel, '1')
      isOpen.set(true)
    },
    close() {
      if (isPage) return
      storage.set(storageKeys.panel, '0')
      isOpen.set(false)
    },
  }
  return { widget, panel, visitor }
}
