// A pane at the side of the work whose width the person sets: by dragging its edge, by arrow keys, double click resets.
// The caller keeps the width. Below half of `minPx` a collapsible pane closes.
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { paneWidth } from './pane-width.ts'
import styles from './resizable-pane.module.css'

/** One arrow press; with Shift four times as far. */
const stepPx = 16

export type ResizablePaneProps = Readonly<{
  /** What the pane holds: "Conversations". */
  label: string
  /** On which side of the work the pane is; the handle is on its other edge. */
  side: 'start' | 'end'
  widthPx: number
  onWidthChange: (widthPx: number) => void
  minPx: number
  maxPx: number
  defaultPx: number
  collapsible?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}>

export function ResizablePane(props: ResizablePaneProps) {
  const { label, side, widthPx, onWidthChange, minPx, maxPx, defaultPx, collapsible = false, className } = props
  const { t } = useTranslation('ui')
  const grip = useRef<Readonly<{ pointerX: number; widthPx: number }> | null>(null)
  const bounds = { minPx, maxPx, collapsible }
  const set = (wantedPx: number): void => onWidthChange(paneWidth(wantedPx, bounds))
  const outward = (element: Element): 1 | -1 => {
    const isRtl = getComputedStyle(element).direction === 'rtl'
    return (side === 'start') === isRtl ? -1 : 1
  }
  return (
    <div
      className={classNames(styles.pane, styles[side], className)}
      style={{ inlineSize: widthPx }}
      data-collapsed={widthPx === 0 || undefined}
    >
      {/* Hidden, not removed: scroll positions and drafts inside survive a collapse. */}
      <div className={styles.content} inert={widthPx === 0}>
        {props.children}
      </div>
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('pane.resize', { name: label })}
        aria-valuenow={widthPx}
        aria-valuemin={collapsible ? 0 : minPx}
        aria-valuemax={maxPx}
        className={styles.handle}
        onDoubleClick={() => onWidthChange(defaultPx)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { pointerX: event.clientX, widthPx }
        }}
        onPointerMove={(event) => {
          if (grip.current === null) return
          set(grip.current.widthPx + (event.clientX - grip.current.pointerX) * outward(event.currentTarget))
        }}
        onPointerUp={() => {
          grip.current = null
        }}
        onPointerCancel={() => {
          grip.current = null
        }}
        onKeyDown={(event) => {
          const step = (event.shiftKey ? 4 : 1) * stepPx * outward(event.currentTarget)
          const wanted = { ArrowLeft: widthPx - step, ArrowRight: widthPx + step, Home: minPx, End: maxPx }[event.key]
          if (wanted === undefined) return
          event.preventDefault()
          const opens = widthPx === 0 && wanted > 0
          set(opens ? minPx : wanted < minPx && collapsible && wanted < widthPx ? 0 : wanted)
        }}
      />
    </div>
  )
}
