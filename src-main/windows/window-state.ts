// Where the window was, kept between starts, and never off every screen.
import { readJsonFile } from '../desktop/json-file.ts'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowState = { readonly bounds: Bounds | undefined; readonly maximized: boolean }

export const minWindowSize = { width: 960, height: 600 } as const
export const defaultWindowSize = { width: 1280, height: 800 } as const
/** A title bar this far inside some screen can be grabbed. */
const GRABBABLE_PX = 80

const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((side) => Number.isInteger((value as Record<string, unknown>)[side]))

const canBeGrabbed = (bounds: Bounds, screen: Bounds): boolean =>
  bounds.x + bounds.width >= screen.x + GRABBABLE_PX &&
  bounds.x <= screen.x + screen.width - GRABBABLE_PX &&
  bounds.y >= screen.y &&
  bounds.y <= screen.y + screen.height - GRABBABLE_PX

/** @returns no bounds when the file has none or they lie on a screen that is gone: the system then chooses a place. */
export const parseWindowState = (stored: unknown, screens: readonly Bounds[]): WindowState => {
  const record: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const bounds = record['bounds']
  const usable = isBounds(bounds) && screens.some((screen) => canBeGrabbed(bounds, screen))
  return {
    bounds: usable
      ? {
          ...bounds,
          width: Math.max(minWindowSize.width, bounds.width),
          height: Math.max(minWindowSize.height, bounds.height),
        }
      : undefined,
    maximized: record['maximized'] === true,
  }
}

export const readWindowState = (file: string, screens: readonly Bounds[]): WindowState =>
  parseWindowState(readJsonFile(file), screens)
