// Sends one file to the desk with progress; fetch cannot tell how far an upload is, so this is the one place with XHR.
import { fail, isErrorCode, limits, ok, type FileRef, type Result } from '#protocol'
import type { StoredFile } from '#protocol/http-schemas.ts'
import type { Cancel } from '#client/environment.ts'

const isStoredFile = (value: unknown): value is StoredFile =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'mime' in value

const parseReply = (request: XMLHttpRequest): Result<FileRef> => {
  let body: unknown
  try {
    body = JSON.parse(request.responseText)
  } catch {
    // A proxy's page instead of the desk's answer.
    return fail('upload_interrupted')
  }
  // The desk's own shape, checked above as far as it matters here.
  if (request.status >= 200 && request.status < 300 && isStoredFile(body)) return ok(body as unknown as FileRef)
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return fail(isErrorCode(code) ? code : 'upload_interrupted')
}

/** Calls `done` once, unless cancelled. */
export const postFile = (
  deskUrl: string,
  token: string,
  file: File,
  progress: (share: number) => void,
  done: (result: Result<FileRef>) => void,
): Cancel => {
  const request = new XMLHttpRequest()
  // From the end, so that the extension stays.
  const name = file.name.slice(-limits.maxFileNameLength).toWellFormed()
  request.open('POST', `${deskUrl}/api/v1/files?name=${encodeURIComponent(name)}`)
  request.setRequestHeader('Authorization', `Bearer ${token}`)
  // The desk looks at the content itself; a fixed type keeps the browser from sending what it guesses.
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
    if (lengthComputable && total > 0) progress(loaded / total)
  })
  request.addEventListener('load', () => done(parseReply(request)))
  request.addEventListener('error', () => done(fail('upload_interrupted')))
  request.addEventListener('timeout', () => done(fail('upload_interrupted')))
  request.send(file)
  return () => request.abort()
}
