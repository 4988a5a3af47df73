// Groups and intents as choices of a filter, asked for once when the page opens. Nothing to choose from until they are known.
import type { GroupId, IntentId } from '#protocol'
import { useCallback } from 'react'
import { useDesk } from '../../stores/desk.ts'
import { useApi } from '../../stores/use-api.ts'

export type Choice<Value> = { readonly value: Value; readonly label: string }

/** Everyone's group has no name of its own, and is no filter. */
const named = <Id>(rows: readonly { readonly id: Id; readonly name: string }[] = []): readonly Choice<Id>[] =>
  rows.filter(({ name }) => name !== '').map(({ id, name }) => ({ value: id, label: name }))

export function useGroupChoices(): readonly Choice<GroupId>[] {
  const { session } = useDesk()
  return named(useApi(useCallback(() => session.api.routing.groups.list(), [session])).value)
}

export function useIntentChoices(): readonly Choice<IntentId>[] {
  const { session } = useDesk()
  return named(useApi(useCallback(() => session.api.routing.intents.list(), [session])).value)
}
