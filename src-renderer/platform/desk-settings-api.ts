// Settings of the desk itself over HTTP: response targets, and saved views of the inbox. A change of something that was saved meanwhile is
// `setting_conflict`.
import type { ResponseTargets, ResponseTargetsRow } from '#protocol/targets-schemas.ts'
import type { SavedViews, SavedViewsPage, SavedViewsRow } from '#protocol/view-schemas.ts'
import type { ApiResult, CallDesk } from './api-result.ts'

export type ViewsOf = 'own' | 'shared'

export type DeskSettingsApi = {
  readonly targets: {
    read(): Promise<ApiResult<ResponseTargetsRow>>
    change(version: string, targets: ResponseTargets): Promise<ApiResult<ResponseTargetsRow>>
  }
  readonly views: {
    read(): Promise<ApiResult<SavedViewsPage>>
    /** Those for all are for those who lead. */
    change(of: ViewsOf, version: string, views: SavedViews): Promise<ApiResult<SavedViewsRow>>
  }
}

export const createDeskSettingsApi = (call: CallDesk): DeskSettingsApi => ({
  targets: {
    read: () => call('GET', '/response-targets'),
    change: (version, targets) => call('PUT', '/response-targets', targets, version),
  },
  views: {
    read: () => call('GET', '/saved-views'),
    change: (of, version, views) => call('PUT', `/saved-views/${of}`, views, version),
  },
})
