// A page whose process died is loaded again, at once. One that keeps dying is not: then a person decides.
import type { BrowserWindow } from 'electron'

/** A page that dies of what it shows dies again within seconds; a crash an hour is bad luck. */
const WITHIN_MS = 60_000
const MAX_RELOADS = 3

/** @returns whether this death may be answered by loading the page again. `diedAt` are the deaths so far, this one last. */
export const mayReload = (diedAt: readonly number[]): boolean => {
  const now = diedAt.at(-1) ?? 0
  return diedAt.filter((at) => now - at < WITHIN_MS).length <= MAX_RELOADS
}

export type PageDeaths = {
  /** Loaded again already. */
  recovered(): void
  /** Not loaded again; `reload` does it. */
  givenUp(reload: () => void): void
  log(text: string): void
}

export const recoverPage = (window: BrowserWindow, deaths: PageDeaths): void => {
  let diedAt: readonly number[] = []
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    deaths.log(`window: the page's process is gone (${reason}, ${exitCode})\n`)
    diedAt = [...diedAt.slice(-MAX_RELOADS), Date.now()]
    const reload = () => {
      if (!window.isDestroyed()) window.webContents.reload()
    }
    if (mayReload(diedAt)) {
      reload()
      deaths.recovered()
    } else deaths.givenUp(reload)
  })
}
