// Serves one built folder: for pages that no server of ours serves.
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export class StaticSite {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(folder: string): Promise<StaticSite> {
    const server = createServer((request, response) => {
      const file = normalize(join(folder, new URL(request.url ?? '/', 'http://site').pathname))
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
        response.writeHead(404).end()
        return
      }
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(file))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new StaticSite(server)
  }

  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the site is closed')
    return `http://127.0.0.1:${address.port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
