import { describeStoreContract } from '../../testing/store-contract.ts'
import { openContractStore } from '../../testing/store-contract/open-sqlite-store.ts'

describeStoreContract('SQLite on its workers', () => openContractStore({ inThread: false }))
