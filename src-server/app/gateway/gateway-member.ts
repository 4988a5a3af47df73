// One greeted connection as the rest of the gateway sees it.
import type { ConversationId } from '../../protocol/index.ts'
import type { SessionInput } from '../../core/delivery/session-state.ts'
import type { TypingSign } from '../../core/delivery/typing-throttle.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Reader } from '../../ports/journal.ts'

export type GatewayMember = {
  readonly identity: Identity
  readonly reader: Reader
  /** Behind trusted proxies. */
  readonly address: string
  /** Takes anything at any time; a closed connection ignores it. */
  feed(input: SessionInput): void
  /** The conversation on its screen: whose typing it wants to see. */
  watching: ConversationId
  /** It says so itself (`watch`); of an older client its requests tell. */
  saysWatch: boolean
  /** What of its own typing was passed on last. */
  typing: TypingSign | undefined
}
