// The desk's own name, remembered from last time and asked for anew.
import type { DeskInfo } from '#protocol/http-schemas.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'
import type { Store } from '../visitor/store.ts'

const isDeskInfo = (value: unknown): value is Pick<DeskInfo, 'name'> =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'

export const fetchDeskName = async (
  deskUrl: string,
  storage: WidgetStorage,
  name: Store<string | undefined>,
): Promise<void> => {
  try {
    const reply = await fetch(`${deskUrl}/api/v1/desk`)
    const info: unknown = await reply.json()
    if (!reply.ok || !isDeskInfo(info) || info.name.trim() === '') return
    storage.set(storageKeys.desk, info.name)
    name.set(info.name)
  } catch {
    // Unreachable: the connection's own signs say so already.
  }
}
