// A small grid of emoji: arrows move, Enter inserts. Escape is the panel's.
import { emoji, emojiColumns } from '../compose/emoji.ts'
import { h } from '../dom/element.ts'
import { focusedIn } from './focus.ts'

export type EmojiPickerProps = { readonly label: string; readonly pick: (sign: string) => void }

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: emojiColumns,
  ArrowUp: -emojiColumns,
}

const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const grid = event.currentTarget
  const signs = [...grid.children] as HTMLElement[]
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  signs[signs.indexOf(focusedIn(grid) as HTMLElement) + step]?.focus()
}

export function EmojiPicker({ label, pick }: EmojiPickerProps) {
  return (
    <div
      class="emoji"
      role="group"
      aria-label={label}
      ref={(grid) => requestAnimationFrame(() => (grid.firstElementChild as HTMLElement).focus())}
      onkeydown={move}
    >
      {emoji.map((sign, index) => (
        <button type="button" tabindex={index === 0 ? 0 : -1} onclick={() => pick(sign)}>
          {sign}
        </button>
      ))}
    </div>
  )
}
