// Response targets and saved views of the scripted desk, remembered until the page is left.
import { defaultTargets } from '#protocol'
import type { ResponseTargetsRow } from '#protocol/targets-schemas.ts'
import type { SavedViewsPage } from '#protocol/view-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import type { DeskSettingsApi } from '../platform/desk-settings-api.ts'

type Answer = <T>(value: T) => Promise<ApiResult<T>>

export function createFakeDeskSettings(answer: Answer): DeskSettingsApi {
  let targets: ResponseTargetsRow = { version: '0', ...defaultTargets }
  let views: SavedViewsPage = { own: { version: '0', views: [] }, shared: { version: '0', views: [] } }
  return {
    targets: {
      read: () => answer(targets),
      change: (version, wish) => {
        targets = { ...wish, version: `${version}+` }
        return answer(targets)
      },
    },
    views: {
      read: () => answer(views),
      change: (of, version, wish) => {
        const row = { views: [...wish.views], version: `${version}+` }
        views = { ...views, [of]: row }
        return answer(row)
      },
    },
  }
}
