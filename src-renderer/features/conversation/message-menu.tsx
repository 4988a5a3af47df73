// What one may still do with one's own words: edit, recall. Gone when the time for it is over, but not from under an open menu.
import type { ConversationId } from '#protocol'
import { Ellipsis, Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../stores/desk.ts'
import type { OwnWords } from '../../stores/edit-store.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { lastOwnWords } from '../../stores/own-words.ts'
import { useChangeable, useClockAhead } from '../../stores/use-changeable.ts'
import { useRevise } from '../../stores/use-revise.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './timeline.module.css'

export type MessageMenuProps = Readonly<{ conversation: ConversationId; words: OwnWords }>

export function MessageMenu({ conversation, words }: MessageMenuProps) {
  const { t } = useTranslation('deskConversation')
  const { client, self } = useDesk().session
  const { edit, recall } = useRevise(conversation)
  const errorText = useErrorText()
  const { isInTime } = useChangeable(words.at)
  const ahead = useClockAhead()
  const [isOpen, setOpen] = useState(false)
  /** The key in the composer means the last message, so only that one shows it. */
  const [isLast, setLast] = useState(false)
  if (!isInTime && !isOpen) return null
  const takeBack = (): void => {
    const done = recall(words)
    if (!done.ok) showToast({ title: t('revise.notRecalled', { why: errorText(done.code) }), tone: 'danger' })
  }
  return (
    <Menu
      open={isOpen}
      onOpenChange={(open) => {
        setLast(lastOwnWords(client.state(), conversation, self.id, Date.now() + ahead)?.cid === words.cid)
        setOpen(open)
      }}
      align="end"
      trigger={
        <IconButton
          size="small"
          icon={Ellipsis}
          label={t('revise.menu')}
          tooltipSide="top"
          className={styles.messageMenu}
        />
      }
    >
      <MenuItem icon={Pencil} keys={isLast ? 'ArrowUp' : undefined} onSelect={() => edit(words)}>
        {t('revise.edit')}
      </MenuItem>
      <MenuItem icon={Undo2} danger onSelect={takeBack}>
        {t('revise.recall')}
      </MenuItem>
    </Menu>
  )
}
