// A snapshot carries `maxSnapshotConversations` open conversations. Where there are more, the rest is fetched behind it, page by page, so that
// counts, filters and orders speak of all of them.
import { limits, NO_OFFSET } from '#protocol'
import { useEffect } from 'react'
import { useClient, useDesk } from '../stores/desk.ts'
import { listKey } from '../stores/paged-lists.ts'

/** Of fifty: four snapshots. A desk with more open conversations than that has other sorrows. */
const maxPages = 40

export function useWholeDesk(): void {
  const { lists } = useDesk()
  const isLive = useClient(({ link }) => link.kind === 'live')
  const isCut = useClient(({ conversations }) => conversations.size >= limits.maxSnapshotConversations)
  useEffect(() => {
    if (!isLive || !isCut) return undefined
    let isWanted = true
    const fetchRest = async (): Promise<void> => {
      await lists.refresh('open')
      for (let page = 1; page < maxPages && isWanted; page += 1) {
        const held = lists.getState().get(listKey('open'))
        if (!held || held.next === NO_OFFSET || held.code !== undefined) return
        await lists.more('open')
      }
    }
    void fetchRest()
    return () => {
      isWanted = false
    }
  }, [isLive, isCut, lists])
}
