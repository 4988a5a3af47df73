// Pages: the desk with its single-page fallback, the widget's script, the chat page and the demo shop.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createAssetFolder, type AssetFolder } from '../asset-folder.ts'
import { sendCode } from '../coded-reply.ts'
import type { HttpApp } from '../http-app.ts'
import { deskPolicy, visitorPagePolicy } from '../page-policies.ts'
import type { PageRoots } from '../page-roots.ts'
import { sendAsset } from '../send-asset.ts'

const config = { access: 'public', audience: 'anyone' } as const

const deskHeaders = {
  'content-security-policy': deskPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
} as const

/** Embedded by pages of other origins. */
const widgetHeaders = { 'cross-origin-resource-policy': 'cross-origin' } as const

const send = async (
  request: FastifyRequest,
  reply: FastifyReply,
  folder: AssetFolder,
  path: string,
): Promise<FastifyReply> => {
  const asset = await folder.find(path)
  return asset ? sendAsset(request, reply, asset) : sendCode(reply, 'not_found')
}

/** The rest of the path as it came: the router has decoded it, the folder wants to judge it itself. */
const restOf = (request: FastifyRequest, prefix: string): string =>
  (request.raw.url?.split('?', 1)[0] ?? '').slice(prefix.length)

export const addPageRoutes = (app: HttpApp, roots: PageRoots): void => {
  const desk = createAssetFolder(roots.renderer)
  const widget = createAssetFolder(roots.widget)

  app.get('/', { config }, async (_request, reply) => reply.redirect('/desk/', 302))
  app.get('/desk', { config }, async (_request, reply) => reply.redirect('/desk/', 302))
  app.get('/desk/*', { config }, async (request, reply) => {
    void reply.headers(deskHeaders)
    const path = restOf(request, '/desk/')
    const asset = await desk.find(path)
    if (asset) return sendAsset(request, reply, asset)
    // A path without an extension is a place inside the desk; its own script finds it.
    return /\.\w+$/u.test(path) ? sendCode(reply, 'not_found') : send(request, reply, desk, 'index.html')
  })

  app.get('/widget.js', { config }, async (request, reply) =>
    send(request, reply.headers(widgetHeaders), widget, 'widget.js'),
  )
  app.get('/widget/*', { config }, async (request, reply) =>
    send(request, reply.headers(widgetHeaders), widget, restOf(request, '/widget/')),
  )
  app.get('/chat', { config }, async (request, reply) =>
    send(request, reply.header('content-security-policy', visitorPagePolicy), widget, 'chat.html'),
  )
  if (!roots.demo) return
  const demoHeaders = { 'content-security-policy': visitorPagePolicy }
  app.get('/demo', { config }, async (request, reply) => send(request, reply.headers(demoHeaders), widget, 'demo.html'))
  app.get('/demo/*', { config }, async (request, reply) =>
    send(request, reply.headers(demoHeaders), widget, `demo/${restOf(request, '/demo/')}`),
  )
}
