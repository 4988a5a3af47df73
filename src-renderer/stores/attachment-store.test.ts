import { describe, expect, it, vi } from 'vitest'
import { limits, type ConversationId } from '#protocol'
import type { ApiResult } from '../platform/api-result.ts'
import type { DeskApi } from '../platform/desk-api.ts'
import { createAttachmentStore } from './attachment-store.ts'
import { createDraftStore, noDraft } from './draft-store.ts'
import { memoryStorage } from './memory-storage.ts'

const id = 7 as ConversationId
const file = (name: string, bytes = 10): File => ({ name, size: bytes, type: 'text/plain' }) as File

const setUp = () => {
  const running: {
    name: string
    progress: (share: number) => void
    finish: (result: ApiResult<never>) => void
    aborted: boolean
  }[] = []
  const api = {
    upload: ({ name }: File, progress: (share: number) => void) => {
      let finish: (result: ApiResult<never>) => void = () => undefined
      const result = new Promise<ApiResult<never>>((resolve) => {
        finish = resolve
      })
      const upload = { name, progress, finish, aborted: false }
      running.push(upload)
      return { result, abort: () => (upload.aborted = true) }
    },
  } as unknown as DeskApi // only uploads happen here
  const drafts = createDraftStore(
    memoryStorage(),
    'desk',
    () => 1,
    () => 0,
  )
  const store = createAttachmentStore(api, drafts)
  const names = () => (store.getState().get(id) ?? []).map((item) => `${item.file.name}:${item.state.kind}`)
  return { store, drafts, running, names }
}
const stored = (key: string): ApiResult<never> => ({
  ok: true,
  value: { key, name: key, bytes: 1, mime: '', width: 0, height: 0 } as never,
})

describe('attachments', () => {
  it('[D5] what has arrived moves into the draft, which survives a reload', async () => {
    const { store, drafts, running, names } = setUp()
    store.add(id, [file('a'), file('b')])
    running[0]?.progress(0.4)
    running[0]?.finish(stored('a'))
    await vi.waitFor(() => expect(names()).toEqual(['b:uploading']))
    const inDraft = () => (drafts.getState().get(id) ?? noDraft).files.map(({ key }) => key)
    expect(inDraft()).toEqual(['a'])
    running[1]?.finish(stored('b'))
    await vi.waitFor(() => expect(inDraft()).toEqual(['a', 'b']))
  })

  it('[D5] a failed upload stays, and is tried again on demand', async () => {
    const { store, running, names } = setUp()
    store.add(id, [file('a')])
    running[0]?.finish({ ok: false, code: 'upload_interrupted' })
    await vi.waitFor(() => expect(names()).toEqual(['a:failed']))
    const [failed] = store.getState().get(id) ?? []
    store.retry(id, failed?.id ?? 0)
    expect([names(), running.length]).toEqual([['a:uploading'], 2])
  })

  it('[D9] too large, empty and too many are refused before a byte goes out', () => {
    const { store } = setUp()
    const many = Array.from({ length: limits.maxFilesPerMessage }, (_, index) => file(`n${index}`))
    const refused = store.add(id, [file('big', limits.maxFileBytes + 1), file('empty', 0), ...many, file('last')])
    expect(refused).toEqual([
      { name: 'big', code: 'file_too_large' },
      { name: 'empty', code: 'file_empty' },
      { name: 'last', code: 'too_many_files' },
    ])
  })

  it('[D9] no more uploads at a time than the server takes; the next starts when one ends, whatever its end', async () => {
    const { store, running } = setUp()
    store.add(
      id,
      Array.from({ length: limits.maxUploadsInFlight + 2 }, (_, index) => file(`n${index}`)),
    )
    expect(running).toHaveLength(limits.maxUploadsInFlight)
    running[0]?.finish({ ok: false, code: 'unreachable' })
    await vi.waitFor(() => expect(running).toHaveLength(limits.maxUploadsInFlight + 1))
  })

  it('[look] a removed upload is stopped and does not come back', async () => {
    const { store, drafts, running, names } = setUp()
    store.add(id, [file('a')])
    const [item] = store.getState().get(id) ?? []
    store.remove(id, item?.id ?? 0)
    running[0]?.finish(stored('a'))
    await Promise.resolve()
    await Promise.resolve()
    expect([running[0]?.aborted, names(), drafts.getState().size]).toEqual([true, [], 0])
  })
})
