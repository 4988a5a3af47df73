// The one table of everything that can go wrong for a client (D10). Texts in both languages: error-texts.ts.
import { closeCodes, type CloseCode } from './close-codes.ts'

type ErrorRow = {
  /** The same request may succeed later without being changed. */
  readonly retryable: boolean
  readonly httpStatus: number
  /** Set when the error ends the connection that caused it. */
  readonly closeCode?: CloseCode
}

const row = (httpStatus: number, retryable = false, closeCode?: CloseCode): ErrorRow =>
  closeCode === undefined ? { httpStatus, retryable } : { httpStatus, retryable, closeCode }

export const errorCodes = {
  // Frames and connections
  bad_frame: row(400, false, closeCodes.badFrame),
  frame_too_large: row(413, false, closeCodes.frameTooLarge),
  version_unsupported: row(426, false, closeCodes.versionUnsupported),
  hello_expected: row(400, false, closeCodes.badFrame),
  hello_timeout: row(408, true, closeCodes.helloTimeout),
  flood: row(429, true, closeCodes.flood),
  slow_reader: row(503, true, closeCodes.slowReader),
  silent: row(408, true, closeCodes.silent),
  server_full: row(503, true, closeCodes.serverFull),
  server_stopping: row(503, true, closeCodes.goingAway),
  origin_forbidden: row(403, false, closeCodes.originForbidden),
  // Who are you
  unauthorized: row(401, false, closeCodes.unauthorized),
  session_revoked: row(401, false, closeCodes.sessionRevoked),
  forbidden: row(403),
  /** A visitor whom the desk hears no more. */
  blocked: row(403, false, closeCodes.blocked),
  login_failed: row(401),
  login_throttled: row(429, true),
  setup_done: row(409),
  setup_code_wrong: row(403),
  setup_needed: row(409),
  // Joining by a code
  pairing_over: row(409),
  pairing_wrong: row(403),
  pairing_elsewhere: row(403),
  pairing_unavailable: row(409),
  // Requests
  bad_request: row(400),
  not_found: row(404),
  method_not_allowed: row(405),
  body_too_large: row(413),
  unsupported_media_type: row(415),
  too_many_requests: row(429, true),
  /** Made by clients: not connected, or the answer did not come. The server may have done it all the same. */
  no_answer: row(504, true),
  // Messages
  message_empty: row(422),
  message_too_long: row(422),
  text_malformed: row(422),
  cid_malformed: row(422),
  cid_reused: row(409),
  too_many_in_flight: row(429, true),
  message_unknown: row(404),
  message_recalled: row(409),
  revision_too_late: row(409),
  // Conversations
  conversation_unknown: row(404),
  conversation_closed: row(409),
  not_owner: row(409),
  answered_meanwhile: row(409),
  already_assigned: row(409),
  agent_unknown: row(404),
  agent_unavailable: row(409),
  queue_full: row(503, true),
  group_unknown: row(404),
  offer_over: row(409),
  rating_not_closed: row(409),
  rating_late: row(409),
  rating_final: row(409),
  rating_comment_too_long: row(422),
  // Files
  file_unknown: row(404),
  file_too_large: row(413),
  file_empty: row(422),
  file_type_forbidden: row(415),
  too_many_files: row(422),
  upload_interrupted: row(400, true),
  // Accounts
  login_taken: row(409),
  login_malformed: row(422),
  name_malformed: row(422),
  password_too_short: row(422),
  password_too_long: row(422),
  last_owner: row(409),
  too_many_agents: row(409),
  // Settings
  /** Somebody else saved since the version that the request named. */
  setting_conflict: row(412),
  version_needed: row(428),
  too_many_settings: row(409),
  name_taken: row(409),
  group_in_use: row(409),
  overflow_circle: row(422),
  tag_pattern_malformed: row(422),
  tag_pattern_taken: row(409),
  intent_examples: row(422),
  intent_training_failed: row(503, true),
  example_repeated: row(422),
  hours_zone_unknown: row(422),
  hours_span_wrong: row(422),
  hours_overlap: row(422),
  hours_date_wrong: row(422),
  title_missing: row(422),
  reply_too_long: row(422),
  shortcut_malformed: row(422),
  shortcut_taken: row(409),
  // Announcements
  announcement_empty: row(422),
  announcement_until: row(422),
  // Blocks
  address_malformed: row(422),
  address_unknown: row(409),
  // The what-if
  what_if_no_arrivals: row(422),
  what_if_too_large: row(422),
  what_if_busy: row(429, true),
  what_if_cancelled: row(409),
  what_if_too_long: row(422),
  // Storage
  storage_busy: row(503, true),
  storage_full: row(507, true),
  storage_failed: row(503, true),
  // Everything else is a bug of ours; its details go to the log only.
  internal: row(500, true, closeCodes.internal),
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorCodes

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value)
export const isRetryable = (code: ErrorCode): boolean => errorCodes[code].retryable
export const closeCodeOf = (code: ErrorCode): CloseCode | undefined => {
  const found: ErrorRow = errorCodes[code]
  return found.closeCode
}
