import type { Agent } from '../../protocol/http-schemas.ts'
import type { Account } from '../../ports/account-store.ts'

/** An account as the API shows it: picked field by field, so that nothing secret can ride along. */
export const presentAgent = ({ id, name, login, role, status, capacity, active }: Account): Agent => ({
  id,
  name,
  login,
  role,
  status,
  capacity,
  active,
})
