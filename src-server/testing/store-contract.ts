// Every guarantee of the store's ports as one suite, held against memory, SQLite on one thread and SQLite on its workers.
import { afterEach, beforeEach, describe } from 'vitest'
import { accountContract } from './store-contract/account-contract.ts'
import { durabilityContract } from './store-contract/durability-contract.ts'
import { messageContract } from './store-contract/message-contract.ts'
import type { ContractPart, Scene } from './store-contract/contract-part.ts'
import type { OpenStore } from './store-contract/open-store.ts'
import { ownershipContract } from './store-contract/ownership-contract.ts'
import { projectionContract } from './store-contract/projection-contract.ts'
import { queueContract } from './store-contract/queue-contract.ts'
import { ratingContract } from './store-contract/rating-contract.ts'
import { receiptContract } from './store-contract/receipt-contract.ts'
import { recordContract } from './store-contract/record-contract.ts'
import { replayContract } from './store-contract/replay-contract.ts'
import { mentionContract } from './store-contract/mention-contract.ts'
import { revisionContract } from './store-contract/revision-contract.ts'
import { silenceContract } from './store-contract/silence-contract.ts'
import { storeActions } from './store-contract/store-actions.ts'

const parts = {
  durability: durabilityContract,
  messages: messageContract,
  ownership: ownershipContract,
  replay: replayContract,
  receipts: receiptContract,
  accounts: accountContract,
  records: recordContract,
  projections: projectionContract,
  queues: queueContract,
  mentions: mentionContract,
  revisions: revisionContract,
  silence: silenceContract,
  ratings: ratingContract,
} satisfies Readonly<Record<string, ContractPart>>

type StorePart = keyof typeof parts
const everyPart = Object.keys(parts) as StorePart[]

export const describeStoreContract = (
  name: string,
  open: OpenStore,
  wanted: readonly StorePart[] = everyPart,
): void => {
  describe(`store contract: ${name}`, () => {
    let scene: Scene | undefined
    beforeEach(async () => {
      const opened = await open()
      scene = { opened, ...opened, ...storeActions(opened.store) }
    })
    afterEach(async () => {
      await scene?.dispose()
      scene = undefined
    })
    const current = (): Scene => {
      if (!scene) throw new Error('the store is not open')
      return scene
    }
    describe.each(wanted)('%s', (part) => {
      parts[part](current)
    })
  })
}
