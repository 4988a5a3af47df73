// What threads of their own add is the way there, and that one connection reads what another has written. The decisions are the
// engine's, which the suite on one thread holds to all of its promises.
import { describeStoreContract } from '../../testing/store-contract.ts'
import { openContractStore } from '../../testing/store-contract/open-sqlite-store.ts'

describeStoreContract('SQLite on its workers', () => openContractStore({ inThread: false }), [
  'durability',
  'replay',
  'receipts',
  'accounts',
  'records',
  'projections',
])
