import { describe, expect, it } from 'vitest'
import { fail, limits, ok, type FileKey, type FileRef, type Result } from '#protocol'
import { createSharedArea } from '../testing/memory-storage.ts'
import { createWidgetStorage } from '../storage/widget-storage.ts'
import { createDraftKeeper, emptyDraft } from './draft.ts'
import { createUploadList, uploadedFiles, type PickedFile } from './upload-list.ts'

const picked = (name: string, size = 10): PickedFile => ({ name, size, type: 'image/png' })
const ref = (name: string): FileRef => ({
  key: `k-${name}` as FileKey,
  name,
  bytes: 10,
  mime: 'image/png',
  width: 1,
  height: 1,
})

const start = () => {
  const posts: { file: PickedFile; progress: (share: number) => void; done: (result: Result<FileRef>) => void }[] = []
  const cancelled: string[] = []
  const list = createUploadList<PickedFile>((file, progress, done) => {
    posts.push({ file, progress, done })
    return () => void cancelled.push(file.name)
  })
  const kinds = (): readonly string[] => list.all().map((upload) => upload.kind)
  return { list, posts, cancelled, kinds }
}

describe('uploads', () => {
  it('[D9] run a few at a time and hold what fits into one message', () => {
    const { list, posts, kinds } = start()
    const names = Array.from({ length: 12 }, (_, index) => picked(`f${index}`))
    expect(list.add(names)).toBe('too_many_files')
    expect(list.all()).toHaveLength(limits.maxFilesPerMessage)
    expect(posts).toHaveLength(limits.maxUploadsInFlight)
    posts[0]?.done(ok(ref('f0')))
    expect(posts).toHaveLength(limits.maxUploadsInFlight + 1)
    expect(kinds().slice(0, 6)).toEqual(['done', 'running', 'running', 'running', 'running', 'queued'])
    expect(uploadedFiles(list.all())).toEqual([ref('f0')])
  })

  it('refuse the empty and the huge before a byte is sent', () => {
    const { list, posts } = start()
    list.add([picked('empty', 0), picked('huge', limits.maxFileBytes + 1)])
    expect(posts).toEqual([])
    expect(list.all().map((upload) => (upload.kind === 'failed' ? upload.code : ''))).toEqual([
      'file_empty',
      'file_too_large',
    ])
  })

  it('[D5] stay after a failure and can be tried again', () => {
    const { list, posts, kinds } = start()
    list.add([picked('a')])
    posts[0]?.progress(0.5)
    expect(list.all()[0]).toMatchObject({ kind: 'running', share: 0.5 })
    posts[0]?.done(fail('upload_interrupted'))
    expect(kinds()).toEqual(['failed'])
    list.retry(list.all()[0]?.id ?? 0)
    posts[1]?.done(ok(ref('a')))
    expect(kinds()).toEqual(['done'])
  })

  it('are cancelled by removing them, and late news of them changes nothing', () => {
    const { list, posts, cancelled } = start()
    list.add([picked('a'), picked('b')])
    list.remove(list.all()[0]?.id ?? 0)
    posts[0]?.progress(0.9)
    posts[0]?.done(ok(ref('a')))
    expect(cancelled).toEqual(['a'])
    expect(list.all().map((upload) => upload.file?.name)).toEqual(['b'])
    list.clear()
    expect(cancelled).toEqual(['a', 'b'])
    expect(list.all()).toEqual([])
  })

  it('come back from a draft once', () => {
    const { list } = start()
    list.restore([ref('a')])
    list.restore([ref('a'), ref('b')])
    expect(uploadedFiles(list.all())).toEqual([ref('a'), ref('b')])
  })

  it('go when another tab sent them, unless they were picked here', () => {
    const { list, posts } = start()
    list.add([picked('mine')])
    posts[0]?.done(ok(ref('mine')))
    list.restore([ref('theirs')])
    list.restore([])
    expect(uploadedFiles(list.all())).toEqual([ref('mine')])
  })
})

describe('a draft', () => {
  it('[D5] is kept for all tabs and forgotten when it is empty', () => {
    const shared = createSharedArea()
    const open = () => {
      const tab = shared.openTab()
      return createWidgetStorage(tab.area, 'p:', tab.news)
    }
    const storage = open()
    const [one, two] = [createDraftKeeper(storage), createDraftKeeper(open())]
    let heard = 0
    two.onChanged(() => (heard += 1))
    one.write({ text: '我的订单', files: [ref('a')] })
    expect(two.read()).toEqual({ text: '我的订单', files: [ref('a')] })
    one.write(emptyDraft)
    expect([two.read(), heard, storage.keys('')]).toEqual([emptyDraft, 2, []])
    storage.set('draft', '{"text":1,"files":[{}]}')
    expect(one.read()).toEqual(emptyDraft)
    storage.set('draft', '{')
    expect(one.read()).toEqual(emptyDraft)
  })
})
