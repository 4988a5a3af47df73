// The few signs of the widget: drawn in lucide's manner, 24 units, 1.75 stroke, always beside or inside something labelled.
import { h } from '../dom/element.ts'

const paths = {
  chat: 'M21 12a9 8 0 0 1-13 7l-5 2 2-5a8 8 0 0 1 7-12 9 8 0 0 1 9 8Z',
  down: 'm6 9 6 6 6-6',
  close: 'M18 6 6 18M6 6l12 12',
  send: 'M12 19V5M5 12l7-7 7 7',
  attach: 'm21 11-9 9a5.7 5.7 0 0 1-8-8l9-9a3.8 3.8 0 0 1 5.4 5.4l-9 9a1.9 1.9 0 0 1-2.7-2.7l8.3-8.3',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 14q4 4 8 0M9 9.5h.01M15 9.5h.01',
  file: 'M14 3H6v18h13V8ZM14 3v5h5',
  soundOn: 'M11 5 6 9H3v6h3l5 4ZM15.5 8.5a5 5 0 0 1 0 7M18.5 5.5a9 9 0 0 1 0 13',
  soundOff: 'M11 5 6 9H3v6h3l5 4ZM22 9l-6 6M16 9l6 6',
  people:
    'M16 20a6.5 5 0 0 0-13 0M9.5 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM21 20a6.5 5 0 0 0-4-4.6M15.5 4.3a4 4 0 0 1 0 7.4',
  bot: 'M4 9h16v10H4ZM12 9V5M9 13.5v1M15 13.5v1',
}

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path d={paths[name]} />
    </svg>
  )
}
