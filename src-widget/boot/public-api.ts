// What a shop's own scripts may do: `window.Frontdesk`. Announced by the event `frontdesk:ready` on the document.
import { limits } from '#protocol'
import type { Widget } from '../ui/widget.ts'
import type { KnownVisitor } from './create-widget.ts'
import { parseTags } from './widget-options.ts'

export type FrontdeskApi = {
  open(): void
  close(): void
  /** Tells who the visitor is; counts for an identity that the desk has not made yet. */
  identify(visitor: { readonly name?: unknown; readonly tags?: unknown }): void
}

export const createPublicApi = (widget: Widget, visitor: KnownVisitor): FrontdeskApi => ({
  // A click on the page's own button is the visitor's hand; a timer is not, and must not take the focus.
  open: () => widget.open(navigator.userActivation?.isActive ?? false),
  close: () => widget.close(),
  identify({ name, tags }) {
    if (typeof name === 'string' && name.trim() !== '') visitor.name = name.trim().slice(0, limits.maxNameLength)
    if (Array.isArray(tags)) visitor.tags = parseTags(tags.filter((tag) => typeof tag === 'string').join(','))
  },
})
