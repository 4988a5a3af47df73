/** The WebSocket subprotocol a client must offer. Its number changes only when old clients could not be served. */
export const SUBPROTOCOL = 'frontdesk.v1'

/** Sent in `hello`; a server refuses versions it does not know with `version_unsupported`. */
export const PROTOCOL_VERSION = 1
