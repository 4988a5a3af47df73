// The names of groups, for whoever lists what is in them.
import { EVERYONE, type GroupId } from '#protocol'
import { useCallback } from 'react'
import { useOffice } from './desk.ts'
import { groupNameIn } from './office-store.ts'

/** Empty for everyone, and until it is known. */
export function useGroupNames(): (group: GroupId) => string {
  const groups = useOffice((office) => office.groups)
  return useCallback((group) => (group === EVERYONE ? '' : groupNameIn({ groups }, group)), [groups])
}
