// Agents' names, kept beyond the page: a message far from the entry that brought its author in still gets its name.
import type { AgentId } from '#protocol'
import { collectAgentNames, type AgentNames } from '../conversation/agent-names.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'
import { createStore, type ReadableStore } from '../visitor/store.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'

/** A visitor meets a handful; more than this is somebody else's data. */
const MAX_NAMES = 50

const isPair = (value: unknown): value is readonly [AgentId, string] =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string'

const read = (storage: WidgetStorage): AgentNames => {
  try {
    const kept: unknown = JSON.parse(storage.get(storageKeys.names) ?? '[]')
    return new Map(Array.isArray(kept) ? kept.filter(isPair).slice(-MAX_NAMES) : [])
  } catch {
    // Unreadable: names come again with the entries.
    return new Map()
  }
}

export const rememberAgentNames = (
  storage: WidgetStorage,
  client: Pick<VisitorClient, 'state' | 'subscribe'>,
): ReadableStore<AgentNames> => {
  const names = createStore(read(storage))
  client.subscribe(() => {
    const known = names.get()
    const next = collectAgentNames(known, client.state().conversations)
    if (next === known) return
    names.set(next)
    storage.set(storageKeys.names, JSON.stringify([...next].slice(-MAX_NAMES)))
  })
  return names
}
