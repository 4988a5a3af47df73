// The names of groups, asked for once by whoever lists what is in them.
import { EVERYONE, type GroupId } from '#protocol'
import { useCallback } from 'react'
import { useDesk } from './desk.ts'
import { useApi } from './use-api.ts'

/** Empty for everyone, and until it is known. */
export function useGroupNames(): (group: GroupId) => string {
  const { session } = useDesk()
  const groups = useApi(useCallback(() => session.api.routing.groups.list(), [session])).value
  return useCallback(
    (group) => (group === EVERYONE ? '' : (groups?.find(({ id }) => id === group)?.name ?? '')),
    [groups],
  )
}
