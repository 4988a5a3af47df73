// Puts an emoji into the text. A grid with one tab stop: arrows move, Enter inserts, Escape closes.
import { Smile } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { emojiColumns, emojis } from './emoji-list.ts'
import styles from './composer.module.css'

export function EmojiPicker({ disabled, onPick }: Readonly<{ disabled: boolean; onPick: (emoji: string) => void }>) {
  const { t } = useTranslation('deskComposer')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={Smile} label={t('emoji')} disabled={disabled} tooltipSide="top" />}
    >
      <EmojiGrid
        onPick={(emoji) => {
          setOpen(false)
          onPick(emoji)
        }}
      />
    </Popover>
  )
}

function EmojiGrid({ onPick }: Readonly<{ onPick: (emoji: string) => void }>) {
  const { t } = useTranslation('deskComposer')
  const [at, setAt] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: emojiColumns,
      ArrowUp: -emojiColumns,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(emojis.length - 1, at + step))
    setAt(next)
    grid.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={grid} role="toolbar" aria-label={t('emoji')} tabIndex={-1} className={styles.emojis} onKeyDown={move}>
      {emojis.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          tabIndex={index === at ? 0 : -1}
          className={styles.emoji}
          onClick={() => onPick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
