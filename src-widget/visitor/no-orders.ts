// A visitor gives no orders: the build of the widget puts this in the place of the client library's part for agents.
import type { createAgentOrders } from '#client/agent-orders.ts'

const noOrders = (): object => ({})

/** Nothing of a visitor's screen can call what is missing: `VisitorClient` names none of it. */
const stand = noOrders as unknown as typeof createAgentOrders

export { stand as createAgentOrders }
