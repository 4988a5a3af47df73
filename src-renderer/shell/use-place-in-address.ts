// Keeps the address and the place the same, both ways: reload, back, forward and bookmarks work.
import { useEffect } from 'react'
import { useDesk } from '../stores/desk.ts'
import { placeFromHash, placeToHash } from '../stores/place.ts'
import { goTo } from '../stores/workspace-store.ts'

export function usePlaceInAddress(): void {
  const { workspace } = useDesk()
  useEffect(() => {
    const write = (): void => {
      const hash = placeToHash(workspace.getState().place)
      if (window.location.hash !== hash) window.history.pushState(null, '', hash)
    }
    const read = (): void => {
      const place = placeFromHash(window.location.hash)
      if (placeToHash(place) === placeToHash(workspace.getState().place)) return
      goTo(workspace, place)
      // Whoever has something unsaved is asked first: until then the address stays where they are.
      write()
    }
    // The first address may be no place at all, or carry a setup code that has done its work.
    window.history.replaceState(null, '', placeToHash(workspace.getState().place))
    window.addEventListener('popstate', read)
    window.addEventListener('hashchange', read)
    const unsubscribe = workspace.subscribe(write)
    return () => {
      unsubscribe()
      window.removeEventListener('popstate', read)
      window.removeEventListener('hashchange', read)
    }
  }, [workspace])
}
