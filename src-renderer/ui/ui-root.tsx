// What every page wraps its content in: tooltip timing, toasts, and no style elements injected past a strict CSP.
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { Toaster } from './toaster.tsx'

/** Long enough that crossing a toolbar shows nothing, short enough that a question is answered. */
const tooltipDelayMs = 500

export function UiRoot({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={tooltipDelayMs} closeDelay={0}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </CSPProvider>
  )
}
