// The script a shop embeds. Runs once per page, however often it is included.
import { createWidget } from './boot/create-widget.ts'
import { mountWidget } from './boot/mount-widget.ts'
import { createPublicApi, type FrontdeskApi } from './boot/public-api.ts'
import { readScriptSettings } from './boot/script-settings.ts'
import { watchBubble } from './boot/watch-bubble.ts'
import { shared } from './parts/load-part.ts'

/** The build looks for it by this name. */
export const sharedParts = shared

declare global {
  interface Window {
    Frontdesk?: FrontdeskApi
  }
}

// The tag is only known while the script runs for the first time.
const settings = readScriptSettings()

const start = (): void => {
  if (!settings || window.Frontdesk) return
  const { widget, panel, visitor } = createWidget(settings)
  window.Frontdesk = createPublicApi(widget, visitor)
  const host = mountWidget(widget, panel)
  watchBubble(widget, host)
  document.dispatchEvent(new CustomEvent('frontdesk:ready'))
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true })
else start()
