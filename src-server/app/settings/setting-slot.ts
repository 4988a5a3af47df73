// One setting changed by somebody who saw a version of it: checked, then stored unless somebody else was faster.
import { fail, limits, ok } from '../../protocol/index.ts'
import type { Answer } from '../../adapters/http/http-services.ts'
import type { SettingFault } from '../../core/settings/setting-fault.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import { createBoundedGate } from '../accounts/bounded-gate.ts'
import { versionOf } from './stored-values.ts'

export type SlotChange = {
  readonly actor: AgentIdentity
  readonly key: string
  /** As it is stored now. */
  readonly stored: unknown
  /** The version that the caller saw. */
  readonly version: string | undefined
  readonly value: unknown
}

/** One save after the other, so that what was checked is still so when it is stored. */
export type Turns = <T>(save: () => Promise<Answer<T>>) => Promise<Answer<T>>

export const createTurns = (): Turns => {
  const enter = createBoundedGate({ atOnce: 1, maxWaiting: limits.maxSettingsWaiting })
  return async (save) => {
    const done = await enter(save)
    return done.ok ? done.value : done
  }
}

export const refused = (faults: readonly SettingFault[]): Answer<never> | undefined => {
  const [first] = faults
  return first && { ok: false, code: first.code, faults }
}

/** Saving what is there already succeeds whatever version was seen: the answer to the first try was lost. */
export const storeSlot = async (
  journal: Pick<Journal, 'commit'>,
  { actor, key, stored, version, value }: SlotChange,
): Promise<Answer<void>> => {
  const isAsWished = JSON.stringify(stored ?? null) === JSON.stringify(value)
  if (isAsWished) return ok(undefined)
  if (version === undefined) return fail('version_needed')
  if (version !== versionOf(stored)) return fail('setting_conflict')
  const committed = await journal.commit({
    type: 'setting',
    actor: { kind: 'agent', id: actor.account.id },
    key,
    value,
    expected: JSON.stringify(stored ?? null),
  })
  return committed.ok ? ok(undefined) : committed
}
