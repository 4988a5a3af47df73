// What the routing pages show together: groups and people, with one way to ask again.
import type { Agent } from '#protocol/http-schemas.ts'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { useCallback } from 'react'
import type { ApiErrorCode } from '../../../platform/api-result.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'

export type Office = {
  readonly groups: readonly GroupRow[]
  readonly people: readonly Agent[]
}

export type AskedOffice = {
  /** undefined until both have come. */
  readonly office: Office | undefined
  readonly code: ApiErrorCode | undefined
  readonly reload: () => void
}

export function useOffice(): AskedOffice {
  const { api } = useDesk().session
  const groups = useApi(useCallback(() => api.routing.groups.list(), [api]))
  const people = useApi(useCallback(() => api.agents(), [api]))
  const reload = useCallback(() => {
    groups.reload()
    people.reload()
  }, [groups, people])
  return {
    office: groups.value && people.value && { groups: groups.value, people: people.value.agents },
    code: groups.code ?? people.code,
    reload,
  }
}
