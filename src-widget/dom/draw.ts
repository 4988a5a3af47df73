// Makes the page match a description with as few changes as possible: an element that was there stays the same element, so
// that focus, scroll position and a half-composed word survive. A description that is the same object is not looked into.
import { nodesOf, type Child, type DrawnNode, type ElementNode, type Props, type TextNode } from './element.ts'

const SVG = 'http://www.w3.org/2000/svg'

const isText = (node: DrawnNode): node is TextNode => node.tag === ''

const setAttribute = (dom: Element, name: string, value: string | number | boolean | null | undefined): void => {
  // `false` is a word for screen readers and an absence everywhere else.
  const isAria = name.startsWith('aria')
  if (value === undefined || value === null || (value === false && !isAria)) dom.removeAttribute(name)
  else dom.setAttribute(name, value === true && !isAria ? '' : String(value))
}

const setProp = (dom: Element, name: string, value: unknown): void => {
  if (name === 'key' || name === 'ref') return
  if (name.startsWith('on')) {
    // What a handler returns is nobody's business; the browser would take `false` for "do nothing of your own".
    const handler = value as ((event: Event) => unknown) | undefined
    Reflect.set(dom, name, handler && ((event: Event) => void handler(event)))
  } else if (name === 'value') {
    // Setting a field's value to what it is would move the caret.
    if (Reflect.get(dom, name) !== value) Reflect.set(dom, name, value)
  } else if (name === 'style') {
    // One by one: a style attribute would need a permission in the page's CSP.
    for (const [rule, setting] of Object.entries((value ?? {}) as Props))
      (dom as HTMLElement).style.setProperty(rule, String(setting))
  } else setAttribute(dom, name, value as string | number | boolean | null | undefined)
}

const setProps = (dom: Element, before: Props, after: Props): void => {
  for (const name of Object.keys({ ...before, ...after }))
    if (before[name] !== after[name]) setProp(dom, name, after[name])
}

const createElement = (node: ElementNode): Element => {
  const { tag, props, children } = node
  const dom = tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag)
  setProps(dom, {}, props)
  sync(dom, [], children)
  node.dom = dom
  const { ref } = props as { readonly ref?: (dom: Element) => void }
  ref?.(dom)
  return dom
}

const create = (node: DrawnNode): Node =>
  isText(node) ? (node.dom = document.createTextNode(node.text)) : createElement(node)

const update = (before: DrawnNode, after: DrawnNode): void => {
  if (isText(before) && isText(after)) {
    const { dom } = before
    if (!dom) return
    after.dom = dom
    if (before.text !== after.text) dom.data = after.text
  } else if (!isText(before) && !isText(after) && before.dom) {
    after.dom = before.dom
    setProps(after.dom, before.props, after.props)
    sync(after.dom, before.children, after.children)
  }
}

/** What tells brothers of one tag apart: their key, else their class. Where a class changes, a key keeps the element. */
const keyOf = (node: DrawnNode): unknown => (isText(node) ? undefined : (node.props['key'] ?? node.props['class']))

const sync = (parent: Element, before: readonly DrawnNode[], after: readonly DrawnNode[]): void => {
  const kept = new Set(before)
  const free = new Set(before)
  for (const next of after) free.delete(next)
  for (const next of after) {
    if (kept.has(next)) continue
    for (const old of free)
      if (old.tag === next.tag && keyOf(old) === keyOf(next)) {
        free.delete(old)
        update(old, next)
        break
      }
    if (!next.dom) create(next)
  }
  // First away with what is gone: then nothing that stays has to move, and what does not move keeps its focus.
  for (const old of free) old.dom?.remove()
  let at = parent.firstChild
  for (const { dom } of after) {
    if (dom === at) at = at?.nextSibling ?? null
    else if (dom) parent.insertBefore(dom, at)
  }
}

/** @returns a function that brings `place` up to date. */
export const createDrawing = (place: Element): ((child: Child) => void) => {
  let drawn: readonly DrawnNode[] = []
  return (child) => {
    const next = nodesOf(child)
    sync(place, drawn, next)
    drawn = next
  }
}
