// The whole widget inside its shadow root.
import { brandColours } from '../colour/brand-colour.ts'
import { h } from '../dom/element.ts'
import { formatLocale } from '../i18n/locale.ts'
import { Launcher } from './launcher.tsx'
import { Panel } from './panel.tsx'
import type { FrameProps } from './frame.ts'

export function App({ frame }: FrameProps) {
  const { options, scheme, isOpen } = frame.widget
  const brand = brandColours(options.brand, scheme.get())
  return (
    <div
      class="root"
      lang={formatLocale(frame.locale)}
      data-mode={options.mode}
      data-position={options.position}
      data-scheme={scheme.get()}
      style={{
        '--brand': brand.fill,
        '--on-brand': brand.onFill,
        '--brand-ink': brand.ink,
        '--offset-x': `${options.offset.x}px`,
        '--offset-y': `${options.offset.y}px`,
      }}
    >
      {isOpen.get() && <Panel frame={frame} />}
      {options.mode === 'bubble' && <Launcher frame={frame} />}
    </div>
  )
}
