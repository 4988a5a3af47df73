// The width a pane takes when asked for one: within its bounds, or closed.

export type PaneBounds = Readonly<{ minPx: number; maxPx: number; collapsible: boolean }>

/** Below half of the minimum a collapsible pane closes; between that and the minimum it stays at the minimum. */
export function paneWidth(wantedPx: number, { minPx, maxPx, collapsible }: PaneBounds): number {
  if (collapsible && wantedPx < minPx / 2) return 0
  return Math.round(Math.min(maxPx, Math.max(minPx, wantedPx)))
}
