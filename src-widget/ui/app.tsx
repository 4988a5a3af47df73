// The whole widget inside its shadow root.
import { brandColours } from '../colour/brand-colour.ts'
import { h } from '../dom/element.ts'
import { formatLocale } from '../i18n/words.ts'
import { Launcher } from './launcher.tsx'
import { Panel } from './panel.tsx'
import type { ViewProps } from './view.ts'

export function App({ view }: ViewProps) {
  const { options, scheme, isOpen } = view.widget
  const brand = brandColours(options.brand, scheme.get())
  return (
    <div
      class="root"
      lang={formatLocale(view.locale)}
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
      {isOpen.get() && <Panel view={view} />}
      {options.mode === 'bubble' && <Launcher view={view} />}
    </div>
  )
}
