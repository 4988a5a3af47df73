// What JSX makes here: plain descriptions of elements. Components are functions that are called at once, so a description
// holds nothing but tags and text; draw.ts brings it onto the page. A whole library for this would be a sixth of what a
// shop's visitors download.

export type DrawnNode = ElementNode | TextNode
export type Child = DrawnNode | readonly Child[] | string | number | boolean | null | undefined
export type Props = Readonly<Record<string, unknown>>

export type ElementNode = {
  readonly tag: string
  readonly props: Props
  readonly children: readonly DrawnNode[]
  /** Set while it stands on the page. */
  dom?: Element
}
export type TextNode = { readonly tag: ''; readonly text: string; dom?: Text }

const flatten = (child: Child, into: DrawnNode[]): DrawnNode[] => {
  if (Array.isArray(child)) for (const each of child as readonly Child[]) flatten(each, into)
  else if (typeof child === 'object') {
    if (child !== null) into.push(child as DrawnNode)
  } else if (child !== undefined && typeof child !== 'boolean') into.push({ tag: '', text: String(child) })
  return into
}

/** JSX has checked the props against the component by then. */
type AnyComponent = (props: never) => Child

/** The JSX factory. */
export const h = (type: string | AnyComponent, props: Props | null, ...children: readonly Child[]): Child =>
  typeof type === 'string'
    ? { tag: type, props: props ?? {}, children: flatten(children, []) }
    : type({ ...props, children } as never)

/** All nodes of a child, one after another. */
export const nodesOf = (child: Child): readonly DrawnNode[] => flatten(child, [])
