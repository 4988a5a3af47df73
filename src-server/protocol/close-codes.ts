// WebSocket close codes. The range tells a client what to do: 4000-4499 come back, 4500-4999 do not (D10).

export const closeCodes = {
  /** The server is stopping or restarting; `bye` said when to come back. */
  goingAway: 4000,
  /** The reader did not keep up; it resumes by its cursor. */
  slowReader: 4001,
  /** Nothing was heard for limits.silentForMs. */
  silent: 4002,
  /** --max-conn is reached; `bye` said when to try again. */
  serverFull: 4003,
  /** Too many frames; the client comes back after its usual back-off. */
  flood: 4004,
  /** No `hello` in time. */
  helloTimeout: 4005,
  /** The server hit a fault of its own on this connection. */
  internal: 4006,

  badFrame: 4500,
  frameTooLarge: 4501,
  versionUnsupported: 4502,
  unauthorized: 4503,
  originForbidden: 4504,
  sessionRevoked: 4505,
  /** The desk hears this visitor no more, for a time or for ever. */
  blocked: 4506,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

/** Whether a client may reconnect after this close code. Codes outside our range are the network's: come back. */
export const mayReconnect = (code: number): boolean => code < 4500 || code > 4999
