// A widget without a desk: the real screen over a scene's state.
import { ok, type AgentId, type FileRef, type Result } from '#protocol'
import { defaultBrand } from '../colour/brand-colour.ts'
import { createDraftKeeper } from '../compose/draft.ts'
import { createUploadList } from '../compose/upload-list.ts'
import { collectAgentNames } from '../conversation/agent-names.ts'
import type { Locale } from '../i18n/locale.ts'
import { createWidgetStorage } from '../storage/widget-storage.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import type { WantedPart } from '../parts/wanted-part.ts'
import type { PanelPart } from '../ui/frame.ts'
import * as panelPart from '../ui/panel-content.tsx'
import type { Scheme, Widget } from '../ui/widget.ts'
import { createStore } from '../visitor/store.ts'
import { sceneNow, type Scene, type ScriptedUpload } from './scene.ts'

const scripted = (uploads: readonly ScriptedUpload[]) => {
  const list = createUploadList((file, progress, done: (result: Result<FileRef>) => void) => {
    const upload = uploads.find((each) => each.name === file.name)
    queueMicrotask(() => {
      if (upload?.kind === 'running') progress(upload.share)
      if (upload?.kind === 'done') done(ok(upload.ref))
      if (upload?.kind === 'failed') done({ ok: false, code: upload.code })
    })
    return () => {}
  })
  // Only the size counts, and the failed ones must get as far as failing.
  const sized = (upload: ScriptedUpload): File =>
    Object.defineProperty(new File([], upload.name), 'size', { value: Math.min(upload.bytes, 20_000_000) })
  list.add(uploads.map(sized))
  return list
}

export const createFakeWidget = (scene: Scene, locale: Locale, scheme: Scheme): Widget => {
  const client = createFakeDesk().connect()
  client.setState(scene.state)
  const storage = createWidgetStorage(undefined, '', () => () => {})
  const drafts = createDraftKeeper(storage)
  if (scene.draft !== undefined) drafts.write({ text: scene.draft, files: [] })
  const isOpen = createStore(scene.isOpen ?? true)
  const known = new Map([...(scene.agentNames ?? [])].map(([id, name]) => [id as AgentId, name]))
  let isByHand = false
  return {
    client,
    nonce: undefined,
    drafts,
    isOpen,
    options: {
      deskUrl: location.origin,
      mode: 'bubble',
      visitorName: undefined,
      visitorTags: [],
      title: undefined,
      locale,
      position: 'right',
      offset: { x: 20, y: 20 },
      brand: defaultBrand,
      theme: scheme,
      ...scene.options,
    },
    uploads: scripted(scene.uploads ?? []),
    locale: createStore(locale),
    scheme: createStore(scheme),
    isSoundOn: createStore(true),
    ratingDraft: createStore<string | undefined>(scene.rating),
    token: () => 'token',
    readAnnouncement: createStore<string | undefined>(undefined),
    agentNames: createStore(collectAgentNames(known, scene.state.conversations)),
    deskName: createStore<string | undefined>(scene.deskName ?? (locale === 'zh' ? '半山茶舍' : 'Halfway Hill Tea')),
    isKnown: () => scene.isKnown ?? false,
    now: () => sceneNow,
    // Time stands still here, so that a screenshot is the same tomorrow.
    after: () => () => {},
    open: (byHand) => {
      isByHand = byHand
      isOpen.set(true)
    },
    close: () => isOpen.set(false),
    mayFocus: () => isByHand,
  }
}

export const createFakePanel = (scene: Scene): WantedPart<PanelPart> => ({
  get: () => (scene.panel ? undefined : panelPart),
  isFailed: () => scene.panel === 'missing',
  want: () => {},
  subscribe: () => () => {},
})
