// Serves the built page under frontdesk-app://desk/, so that it has an origin of its own (file:// has none), a strict
// content policy, and no way to any other file of this computer.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Protocol } from 'electron'
import { fileInside } from './page-files.ts'

const DESK_SCHEME = 'frontdesk-app'
export const DESK_ORIGIN = `${DESK_SCHEME}://desk`

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

/** The page may talk to whatever desk the person joined, and load nothing else from anywhere. */
const deskPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Positions of pop-ups and of rows in a long list are inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http: https:",
  "media-src 'self' blob: http: https:",
  "font-src 'self'",
  "connect-src 'self' ws: wss: http: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready. */
export const declareDeskScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: DESK_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])

export const serveDeskPage = (scheme: Protocol, root: string): void =>
  scheme.handle(DESK_SCHEME, async (request) => {
    const file = fileInside(root, new URL(request.url).pathname)
    if (!file) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': deskPagePolicy,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      // Only missing files get here: everything under `root` was built with the app.
      return new Response(null, { status: 404 })
    }
  })
