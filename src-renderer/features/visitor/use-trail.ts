// The pages that a visitor saw, asked for when the panel opens and whenever they move on.
import type { VisitorProfile } from '#protocol'
import type { VisitorTrail } from '#protocol/trail-schemas.ts'
import { useCallback, useEffect } from 'react'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useApi } from '../../stores/use-api.ts'
import { tellTrail, type ToldTrail } from './told-trail.ts'

const nothing: VisitorTrail['pages'] = []

export function useTrail(visitor: VisitorProfile): ToldTrail {
  const { api } = useDesk().session
  const page = useClient(({ visitorPages }) => visitorPages.get(visitor.id)) ?? visitor.page
  const isLive = useClient(({ link }) => link.kind === 'live')
  const { value, reload } = useApi(useCallback(() => api.trail(visitor.id), [api, visitor.id]))
  useEffect(reload, [page.url, isLive, reload])
  return tellTrail(page, value?.pages ?? nothing)
}
