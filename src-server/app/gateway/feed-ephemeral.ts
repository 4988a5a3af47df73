import { encodeServerFrame, type ServerFrame } from '../../protocol/index.ts'
import type { GatewayMember } from './gateway-member.ts'

/** Tells the live ones among the members something that is true only now; encoded once, and not at all for nobody. */
export const feedEphemeral = (members: Iterable<GatewayMember>, frame: ServerFrame): void => {
  let bytes: Uint8Array | undefined
  for (const member of members) {
    bytes ??= encodeServerFrame(frame)
    member.feed({ type: 'ephemeral', bytes })
  }
}
