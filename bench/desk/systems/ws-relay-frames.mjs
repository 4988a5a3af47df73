// What the bare relay and its crowd agree on.
export const relayKinds = /** @type {const} */ ({ message: 1, ack: 2, sign: 3, live: 4 })
/** Addressed to the relay itself: who I am. */
export const RELAY_SELF = 0xff_ff_ff_ff
/** To whom, what, and the number's digits. */
export const RELAY_HEADER_BYTES = 13
