// A shop on another origin that embeds the widget exactly as the README says.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

const readme = join(import.meta.dirname, '..', '..', 'README.md')

/** @returns the README's script tag, with this desk's address in it. */
const embedding = (deskUrl: string, attributes: string): string => {
  const tag = /```html\n(<script[^`]*<\/script>)\n```/u.exec(readFileSync(readme, 'utf8'))?.[1]
  if (tag === undefined) throw new Error('the README no longer shows how to embed the widget')
  return tag.replace(/src="[^"]*\/widget\.js"/u, `src="${deskUrl}/widget.js" ${attributes}`)
}

export type ShopOptions = {
  /** More attributes of the script tag. */
  readonly attributes?: string
  /** Of the page's own. */
  readonly css?: string
}

export class ShopPage {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<ShopPage> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ShopPage(server)
  }

  /** `localhost` and 127.0.0.1 are two sites to a browser, as a shop and its desk are. */
  get origin(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the shop is closed')
    return `http://localhost:${address.port}`
  }

  embed(deskUrl: string, { attributes = '', css = '' }: ShopOptions = {}): void {
    const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Corner shop</title><style>${css}</style></head>
<body><main><h1>Corner shop</h1><p>Brooms, buckets and brushes.</p></main>
${embedding(deskUrl, attributes)}
</body></html>`
    this.#server.removeAllListeners('request')
    this.#server.on('request', (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page)
    })
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
