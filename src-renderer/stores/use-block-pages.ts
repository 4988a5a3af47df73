// The list of blocks, page after page. Asked for again whenever the journal tells that a setting changed.
import type { Block, BlockPage } from '#protocol/block-schemas.ts'
import { useCallback, useEffect, useState } from 'react'
import type { ApiErrorCode } from '../platform/api-result.ts'
import { useClient, useDesk } from './desk.ts'
import { useApi } from './use-api.ts'

export type BlockPages = {
  readonly blocks: readonly Block[] | undefined
  readonly total: number
  readonly code: ApiErrorCode | undefined
  readonly isMore: boolean
  readonly reload: () => void
  readonly more: () => void
}

export function useBlockPages(): BlockPages {
  const { api } = useDesk().session
  const changedAt = useClient(({ settingsAt }) => settingsAt)
  const { value, code, reload } = useApi(useCallback(() => api.blocks.page(0), [api]))
  const [fetched, setFetched] = useState<{ readonly after: BlockPage | undefined; readonly blocks: readonly Block[] }>()
  useEffect(reload, [changedAt, reload])
  const first = value?.blocks ?? []
  // Whatever changed since the first page was read has moved the later ones: they are asked for anew.
  const later = fetched?.after === value ? (fetched?.blocks ?? []) : []
  const seen = new Set(first.map(({ key }) => key))
  const blocks = [...first, ...later.filter(({ key }) => !seen.has(key))]
  const more = async (): Promise<void> => {
    const next = await api.blocks.page(first.length + later.length)
    if (next.ok) setFetched({ after: value, blocks: [...later, ...next.value.blocks] })
  }
  return {
    blocks: value && blocks,
    total: value?.total ?? 0,
    code,
    isMore: blocks.length < (value?.total ?? 0),
    reload,
    more: () => void more(),
  }
}
