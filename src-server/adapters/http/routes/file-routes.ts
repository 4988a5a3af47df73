// Files both ways. What somebody uploaded is never served as something that could run.
import type { FastifyReply } from 'fastify'
import { basename, dirname } from 'node:path'
import { StoredFile, UploadQuery } from '../../../protocol/http-schemas.ts'
import type { FileKey, FileRef } from '../../../protocol/index.ts'
import { sendAnswer, sendCode } from '../coded-reply.ts'
import { contentDisposition, isShownInline } from '../content-disposition.ts'
import { identityOf, type HttpApp } from '../http-app.ts'
import type { HttpParts } from '../http-parts.ts'

/** No script, no plugin, no frame, no form, whatever the bytes are; as a page it may only show itself. */
const filePolicy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"
const THUMB_MIME = 'image/webp'
const YEAR_SECONDS = 31_536_000

const headersOf = (mime: string, name: string) => ({
  'content-type': isShownInline(mime) ? mime : 'application/octet-stream',
  'content-disposition': contentDisposition(mime, name),
  'content-security-policy': filePolicy,
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  // The key never names anything else.
  'cache-control': `private, max-age=${YEAR_SECONDS}, immutable`,
})

const contentLength = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,15}$/u.test(header) ? Number(header) : undefined

const addUploadRoute = (app: HttpApp, { services }: HttpParts): void => {
  void app.register(async (scope: HttpApp) => {
    // The body stays a stream, whatever the client calls it: its type is sniffed, its size counted while it arrives.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post(
      '/api/v1/files',
      {
        schema: {
          summary: 'Upload a file: its bytes are the body',
          consumes: ['application/octet-stream'],
          querystring: UploadQuery,
          response: { 201: StoredFile },
        },
        config: { access: 'token', audience: 'shop' },
      },
      async (request, reply) => {
        const stored = await services.files.upload(identityOf(request), {
          name: request.query.name ?? '',
          announcedBytes: contentLength(request.headers['content-length']),
          // Stopping to read must not close the connection: the refusal still goes back on it.
          content: request.raw.iterator({ destroyOnReturn: false }),
        })
        // What was not read of a refused body is not waited for.
        if (!stored.ok) void reply.header('connection', 'close')
        return sendAnswer(reply, stored, 201)
      },
    )
  })
}

export const addFileRoutes = (app: HttpApp, parts: HttpParts): void => {
  const { files } = parts.services
  addUploadRoute(app, parts)

  const sendFrom = (reply: FastifyReply, file: FileRef, part: 'file' | 'thumb'): FastifyReply => {
    const path = files.pathOf(file.key, part)
    void reply.headers(
      headersOf(part === 'thumb' ? THUMB_MIME : file.mime, part === 'thumb' ? 'thumb.webp' : file.name),
    )
    return reply.sendFile(basename(path), dirname(path), { cacheControl: false, contentType: false, dotfiles: 'allow' })
  }

  app.get<{ Params: { key: string; '*': string } }>(
    '/f/:key/*',
    {
      schema: { summary: 'A file, or its thumbnail under the name thumb' },
      config: { access: 'public', audience: 'anyone' },
    },
    async (request, reply) => {
      const file = await files.find(request.params.key as FileKey)
      if (!file) return sendCode(reply, 'file_unknown')
      return sendFrom(reply, file, request.params['*'] === 'thumb' && file.width > 0 ? 'thumb' : 'file')
    },
  )
}
