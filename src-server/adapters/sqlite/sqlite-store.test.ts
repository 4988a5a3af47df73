import { describeStoreContract } from '../../testing/store-contract.ts'
import { openContractStore } from '../../testing/store-contract/open-sqlite-store.ts'

describeStoreContract('SQLite on one thread', () => openContractStore({ inThread: true }))
