// One file to the desk, with progress and a way to stop. XMLHttpRequest, because fetch tells nothing of an upload's progress.
import { fail, isErrorCode, ok, type FileRef, type Result } from '#protocol'
import type { Cancel } from '../environment.ts'

export type UploadOptions = {
  readonly deskUrl: string
  readonly token: string
  readonly file: Blob
  readonly name: string
  /** In [0, 1]. */
  progress(fraction: number): void
}

export type Upload = {
  /** Fails with the server's code, `upload_interrupted` when the network broke, `no_answer` for an answer that is not ours. */
  readonly result: Promise<Result<FileRef>>
  /** `result` is `upload_interrupted` then. */
  readonly abort: Cancel
}

const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'name' in value

const resultOf = (status: number, body: unknown): Result<FileRef> => {
  if (status >= 200 && status < 300) return isFileRef(body) ? ok(body) : fail('no_answer')
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return fail(isErrorCode(code) ? code : 'no_answer')
}

export const uploadFile = ({ deskUrl, token, file, name, progress }: UploadOptions): Upload => {
  const request = new XMLHttpRequest()
  const result = new Promise<Result<FileRef>>((resolve) => {
    const interrupted = (): void => resolve(fail('upload_interrupted'))
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) progress(loaded / total)
    })
    request.addEventListener('load', () => resolve(resultOf(request.status, request.response)))
    request.addEventListener('error', interrupted)
    request.addEventListener('abort', interrupted)
    request.open('POST', `${deskUrl.replace(/\/+$/u, '')}/api/v1/files?name=${encodeURIComponent(name)}`)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.send(file)
  })
  return { result, abort: () => request.abort() }
}
