// The visitor's identity in this browser on this desk: whoever has the token is the visitor.
import type { VisitorId } from '#protocol'
import { storageKeys } from '../storage/storage-keys.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'

export type Identity = { readonly visitor: VisitorId; readonly token: string }

export const parseIdentity = (value: unknown): Identity | undefined => {
  if (typeof value !== 'object' || value === null || !('visitor' in value) || !('token' in value)) return undefined
  const { visitor, token } = value
  if (typeof visitor !== 'number' || typeof token !== 'string' || token === '') return undefined
  return { visitor: visitor as VisitorId, token }
}

export const readIdentity = (storage: WidgetStorage): Identity | undefined => {
  try {
    return parseIdentity(JSON.parse(storage.get(storageKeys.identity) ?? 'null'))
  } catch {
    // Somebody else wrote there: a new identity replaces it.
    return undefined
  }
}

export const writeIdentity = (storage: WidgetStorage, identity: Identity): void =>
  storage.set(storageKeys.identity, JSON.stringify(identity))

/** The desk does not know this visitor any more: everything that hung on the identity goes with it, the draft stays. */
export const forgetIdentity = (storage: WidgetStorage, identity: Identity): void => {
  if (readIdentity(storage)?.token !== identity.token) return
  storage.remove(storageKeys.identity)
  for (const key of storage.keys(storageKeys.client(identity.visitor))) storage.remove(key)
}
