// What a wall needs of its window: a screen that stays awake, and ways out of it: Escape, or leaving full screen by any other way.
import { useCallback, useEffect } from 'react'
import { useDesk } from '../../stores/desk.ts'
import { goTo } from '../../stores/workspace-store.ts'

const leaveFullScreen = (): void => {
  if (document.fullscreenElement !== null) void document.exitFullscreen()
}

/** @returns what leaves the wall. */
export function useWall(): () => void {
  const { workspace } = useDesk()
  const leave = useCallback(() => goTo(workspace, { section: 'now', wall: false }), [workspace])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave()
    }
    const change = (): void => {
      if (document.fullscreenElement === null) leave()
    }
    window.addEventListener('keydown', press)
    document.addEventListener('fullscreenchange', change)
    return () => {
      window.removeEventListener('keydown', press)
      document.removeEventListener('fullscreenchange', change)
      const { place } = workspace.getState()
      if (place.section !== 'now' || !place.wall) leaveFullScreen()
    }
  }, [leave, workspace])
  useScreenAwake()
  return leave
}

/** Browsers take the lock away while the page is hidden, and have none over plain HTTP: then the computer's own settings decide. */
function useScreenAwake(): void {
  useEffect(() => {
    let isWanted = true
    let lock: WakeLockSentinel | undefined
    const ask = async (): Promise<void> => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      const given = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (isWanted) lock = given
      else void given?.release()
    }
    const again = (): void => void ask()
    document.addEventListener('visibilitychange', again)
    again()
    return () => {
      isWanted = false
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [])
}
