// The widget's place in a page: one element with a shadow root. Nothing of the page's styles comes in, nothing goes out.
import { addStyles } from '../dom/add-styles.ts'
import { startScreen } from '../ui/screen.tsx'
import type { WantedPart } from '../parts/wanted-part.ts'
import type { PanelPart } from '../ui/frame.ts'
import type { Widget } from '../ui/widget.ts'
import base from '../styles/base.css?inline'
import launcher from '../styles/launcher.css?inline'
import panelCss from '../styles/panel.css?inline'

/** Set with priority, so that a page's `* { … }` cannot move or hide it. Only a cookie bar's usual 2147483647 goes above. */
const hostStyle = [
  'all: initial',
  'position: fixed',
  'inset: auto 0 0 auto',
  'width: 0',
  'height: 0',
  'z-index: 2147483000',
]
  .map((rule) => `${rule} !important`)
  .join(';')

const css = [base, launcher, panelCss].join('\n')

export const mountWidget = (widget: Widget, panel: WantedPart<PanelPart>): HTMLElement => {
  const host = document.createElement('frontdesk-widget')
  host.style.cssText = hostStyle
  const root = host.attachShadow({ mode: 'open' })
  addStyles(root, css, widget.nonce)
  const place = document.createElement('div')
  root.append(place)
  // On the page first: the screen measures what it draws.
  document.body.append(host)
  startScreen(widget, panel, place)
  // Shops that exchange the whole body between pages take the widget out with it: it comes back with its state.
  new MutationObserver(() => {
    if (!host.isConnected) document.body.append(host)
  }).observe(document.documentElement, { childList: true })
  return host
}
