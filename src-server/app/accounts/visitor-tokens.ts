// A visitor's whole identity: `v1.<id>.<mac>`, an HMAC that needs no table. Whoever holds it is that visitor.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { VisitorId } from '../../protocol/index.ts'

export type VisitorTokens = {
  sign(id: VisitorId): string
  verify(token: string): VisitorId | undefined
}

const shape = /^v1\.([1-9]\d{0,15})\.([A-Za-z0-9_-]{43})$/u

export const createVisitorTokens = (key: Uint8Array): VisitorTokens => {
  const macOf = (id: string): Buffer => createHmac('sha256', key).update(`visitor v1 ${id}`).digest()
  return {
    sign: (id) => `v1.${id}.${macOf(String(id)).toString('base64url')}`,
    verify: (token) => {
      const [, id = '', mac = ''] = shape.exec(token) ?? []
      const isOurs = id !== '' && timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(id))
      return isOurs && Number.isSafeInteger(Number(id)) ? (Number(id) as VisitorId) : undefined
    },
  }
}
