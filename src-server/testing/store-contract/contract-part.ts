import type { OpenedStore } from './open-store.ts'
import type { StoreActions } from './store-actions.ts'

/** What a part of the contract works with; fresh for every test. */
export type Scene = { readonly opened: OpenedStore } & OpenedStore & StoreActions
export type ContractPart = (scene: () => Scene) => void
