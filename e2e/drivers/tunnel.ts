// The network between one person and the server: can be cut and mended. A browser's own "offline" leaves open sockets alone.
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { BrowserContext } from '@playwright/test'

export class Tunnel {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isCut = false

  private constructor(port: number) {
    this.#server = createServer((near) => {
      if (this.#isCut) {
        near.destroy()
        return
      }
      const far = connect(port, '127.0.0.1')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one)
        one.pipe(other)
        // Either end may go at any time; the other then goes with it.
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.#sockets.delete(one)
          other.destroy()
        })
      }
    })
  }

  static async to(port: number): Promise<Tunnel> {
    const tunnel = new Tunnel(port)
    await new Promise<void>((resolve) => tunnel.#server.listen(0, '127.0.0.1', resolve))
    return tunnel
  }

  /** A name, because a desk at 127.0.0.1 is there without any network, and clients know that. */
  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the tunnel is closed')
    return `http://desk.localhost:${address.port}`
  }

  /** As when a train enters a tunnel: sockets die, and the device knows that it has no network. */
  async cut(device: BrowserContext): Promise<void> {
    await device.setOffline(true)
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  async mend(device: BrowserContext): Promise<void> {
    this.#isCut = false
    await device.setOffline(false)
  }

  close(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }
}
