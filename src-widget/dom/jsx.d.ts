// Types of JSX for element.ts: real attribute names, real handler names, nothing else.
import type { Child } from './element.ts'

type Handlers<Target> = {
  readonly [Name in keyof GlobalEventHandlersEventMap as `on${Name}`]?:
    | ((event: GlobalEventHandlersEventMap[Name] & { readonly currentTarget: Target }) => void)
    | undefined
}

type Attribute = string | number | boolean | undefined

type Attributes<Target> = Handlers<Target> & {
  /** Tells brothers apart: the same key, or without one the same class, is the same element. */
  readonly key?: string | number
  /** Called once, when the element has been made. */
  readonly ref?: ((dom: Target) => void) | undefined
  readonly style?: Readonly<Record<`--${string}`, string | number>> | undefined
  readonly children?: Child
} & { readonly [name: `aria-${string}` | `data-${string}`]: Attribute } & {
  readonly [
    Name in
      | 'alt'
      | 'class'
      | 'd'
      | 'dir'
      | 'disabled'
      | 'enterkeyhint'
      | 'height'
      | 'hidden'
      | 'href'
      | 'id'
      | 'lang'
      | 'max'
      | 'multiple'
      | 'placeholder'
      | 'rel'
      | 'role'
      | 'rows'
      | 'src'
      | 'tabindex'
      | 'target'
      | 'title'
      | 'type'
      | 'value'
      | 'viewBox'
      | 'width'
  ]?: Attribute
}

declare global {
  namespace JSX {
    type Element = Child
    type IntrinsicElements = {
      readonly [Tag in keyof HTMLElementTagNameMap]: Attributes<HTMLElementTagNameMap[Tag]>
    } & {
      readonly svg: Attributes<SVGSVGElement>
      readonly path: Attributes<SVGPathElement>
    }
    interface ElementChildrenAttribute {
      readonly children: unknown
    }
    interface IntrinsicAttributes {
      readonly key?: string | number
    }
  }
}
