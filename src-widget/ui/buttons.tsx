// The two kinds of small buttons: a sign whose label is read out and shown as a tooltip, and a word.
import { h } from '../dom/element.ts'
import { Icon, type IconName } from './icons.tsx'

export type ToolButtonProps = {
  readonly icon: IconName
  readonly label: string
  readonly press: () => void
  readonly size?: number
  readonly expanded?: boolean
  readonly made?: (button: HTMLElement) => void
}

export function ToolButton({ icon, label, press, size = 20, expanded, made }: ToolButtonProps) {
  return (
    <button
      ref={made}
      type="button"
      class={size < 20 ? 'tool tool-small' : 'tool'}
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      onclick={press}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}

export function TextButton({ label, press }: { readonly label: string; readonly press: () => void }) {
  return (
    <button type="button" class="text-button" onclick={press}>
      {label}
    </button>
  )
}
