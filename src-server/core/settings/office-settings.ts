// Everything a setting may refer to or clash with, as it is while somebody saves.
import type { AgentId } from '../../protocol/index.ts'
import type { Group, Intent, TagRule } from '../../protocol/routing-schemas.ts'

export type OfficeSettings = {
  /** With EVERYONE. */
  readonly groups: readonly Group[]
  readonly tagRules: readonly TagRule[]
  readonly intents: readonly Intent[]
  /** Deactivated ones too: they may come back. */
  readonly agents: ReadonlySet<AgentId>
}
