import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { uploadFile } from './upload-file.ts'

/** As much of XMLHttpRequest as an upload uses; the test plays the server. */
class FakeRequest extends EventTarget {
  readonly upload = new EventTarget()
  readonly headers: Record<string, string> = {}
  url = ''
  status = 0
  response: unknown = null
  open(_method: string, url: string): void {
    this.url = url
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  send(): void {
    requests.push(this)
  }
  abort(): void {
    this.dispatchEvent(new Event('abort'))
  }
  answer(status: number, response: unknown): void {
    this.status = status
    this.response = response
    this.dispatchEvent(new Event('load'))
  }
}
let requests: FakeRequest[] = []
beforeEach(() => {
  requests = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => vi.unstubAllGlobals())

const stored = { key: 'k', name: '合同.pdf', bytes: 3, mime: 'application/pdf', width: 0, height: 0 }

const start = () => {
  const seen: number[] = []
  const upload = uploadFile({
    deskUrl: 'http://desk.example/',
    token: 't',
    file: new Blob(['abc']),
    name: '合同.pdf',
    progress: (fraction) => seen.push(fraction),
  })
  const [request] = requests
  if (!request) throw new Error('nothing was sent')
  return { upload, request, seen }
}

it('uploads with the name in the address, and tells how far it is', async () => {
  const { upload, request, seen } = start()
  expect(request.url).toBe(`http://desk.example/api/v1/files?name=${encodeURIComponent('合同.pdf')}`)
  expect(request.headers['authorization']).toBe('Bearer t')
  const progress = Object.assign(new Event('progress'), { lengthComputable: true, loaded: 1, total: 4 })
  request.upload.dispatchEvent(progress)
  request.answer(201, stored)
  expect(await upload.result).toEqual({ ok: true, value: stored })
  expect(seen).toEqual([0.25])
})

it('[D10] fails with the server’s code, and with one of its own for answers that are not the desk’s', async () => {
  const codes = async (status: number, body: unknown) => {
    requests = []
    const { upload, request } = start()
    request.answer(status, body)
    return upload.result
  }
  expect(await codes(413, { code: 'file_too_large' })).toEqual({ ok: false, code: 'file_too_large' })
  expect(await codes(502, null)).toEqual({ ok: false, code: 'no_answer' })
  expect(await codes(200, '<html>')).toEqual({ ok: false, code: 'no_answer' })
})

it('can be stopped', async () => {
  const { upload } = start()
  upload.abort()
  expect(await upload.result).toEqual({ ok: false, code: 'upload_interrupted' })
})
