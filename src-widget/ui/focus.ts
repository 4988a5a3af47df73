// Where the focus is inside a shadow root, and how it is kept in the panel while that covers the whole screen.

/** The focused element of the tree that `node` lives in; outside of it the document only knows the host. */
export const focusedIn = (node: Node): Element | null => {
  const root = node.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
}

const focusable = 'a[href],button:not(:disabled):not([tabindex="-1"]),textarea,[tabindex="0"]'

/** Call on keydown. Does nothing unless Tab would leave `panel`. */
export const keepFocusInside = (event: KeyboardEvent, panel: HTMLElement): void => {
  if (event.key !== 'Tab') return
  const elements = [...panel.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.offsetParent !== null,
  )
  const [first, last] = [elements[0], elements.at(-1)]
  const active = focusedIn(panel)
  const leaves = event.shiftKey ? active === first : active === last
  if (!leaves || !first || !last) return
  event.preventDefault()
  ;(event.shiftKey ? last : first).focus()
}
