// One asset as an answer: compressed when the caller takes it, 304 when they have it, for ever when its name is its hash.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asset } from './asset-folder.ts'

const takesGzip = (request: FastifyRequest): boolean =>
  /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/iu.test(request.headers['accept-encoding'] ?? '')

const hasIt = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((part) => part.trim().replace(/^W\//u, '') === etag)

export const sendAsset = (request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply => {
  void reply.headers({
    etag: asset.etag,
    vary: 'Accept-Encoding',
    'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (hasIt(request, asset.etag)) return reply.code(304).send()
  void reply.type(asset.contentType)
  if (!asset.gzipped || !takesGzip(request)) return reply.send(asset.plain)
  return reply.header('content-encoding', 'gzip').send(asset.gzipped)
}
