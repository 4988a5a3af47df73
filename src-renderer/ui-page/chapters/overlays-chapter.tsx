// What floats: menu, context menu, dialog, confirmation, popover, tooltip, toasts.
import { ArrowRightLeft, Ban, CheckCheck, Ellipsis, Link } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ContextMenu, Menu, MenuCheckItem, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toasts.ts'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import { useStatusOptions } from '../status-options.tsx'
import styles from './overlays-chapter.module.css'

export function OverlaysChapter() {
  const { act, float } = useWords()
  return (
    <Specimens>
      <Specimen code="menu">
        <Menu trigger={<IconButton label={act.more} icon={Ellipsis} />}>
          <ConversationActions />
        </Menu>
        <StatusMenu />
      </Specimen>
      <Specimen code="context-menu">
        <ContextMenu area={<div className={styles.area}>{float.rightClick}</div>}>
          <ConversationActions />
        </ContextMenu>
      </Specimen>
      <Specimen code="dialog, confirm-dialog">
        <TransferDialog />
        <DeleteDialog />
      </Specimen>
      <Specimen code="popover">
        <Popover trigger={<Button>{float.popoverTitle}</Button>} title={float.popoverTitle}>
          <p className={styles.words}>{float.popoverText}</p>
        </Popover>
      </Specimen>
      <Specimen code="toasts · onUndo, danger">
        <Button onClick={() => showToast({ title: float.closed, onUndo: () => undefined })}>{act.undoable}</Button>
        <Button onClick={() => showToast({ title: float.notSaved, detail: float.notSavedHint, tone: 'danger' })}>
          {act.failing}
        </Button>
      </Specimen>
    </Specimens>
  )
}

function ConversationActions() {
  const { act, people } = useWords()
  const [showsClosed, setShowsClosed] = useState(true)
  const nothing = () => undefined
  return (
    <>
      <MenuItem icon={ArrowRightLeft} keys="T" onSelect={nothing}>
        {act.transfer}
      </MenuItem>
      <MenuItem icon={CheckCheck} keys="E" onSelect={nothing}>
        {act.close}
      </MenuItem>
      <MenuItem icon={Link} keys="Mod+Shift+C" onSelect={nothing} disabled>
        {act.copyLink}
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label={act.assignTo}>
        <MenuItem onSelect={nothing}>{people.colleague}</MenuItem>
        <MenuItem onSelect={nothing}>{people.long}</MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuCheckItem checked={showsClosed} onCheckedChange={setShowsClosed}>
        {act.showClosed}
      </MenuCheckItem>
      <MenuSeparator />
      <MenuItem icon={Ban} danger onSelect={nothing}>
        {act.block}
      </MenuItem>
    </>
  )
}

function StatusMenu() {
  const { field } = useWords()
  const options = useStatusOptions()
  return (
    <Menu trigger={<Button>{field.status}</Button>}>
      {options.map(({ value, label, mark }) => (
        <MenuItem key={value} mark={mark} onSelect={() => undefined}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}

function TransferDialog() {
  const { act, float, composer } = useWords()
  const { t } = useTranslation('ui')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{float.dialogTitle}</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={float.dialogTitle}
        description={float.dialogText}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('action.cancel')}</Button>
            <Button variant="primary" keys="Mod+Enter" onClick={() => setOpen(false)}>
              {act.transfer}
            </Button>
          </>
        }
      >
        <TextArea label={act.note} optional defaultValue={composer.noteText} />
      </Dialog>
    </>
  )
}

function DeleteDialog() {
  const { act, float } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{act.delete}</Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={float.confirmTitle}
        body={float.confirmText}
        confirmLabel={float.delete}
        danger
        onConfirm={() => setOpen(false)}
      />
    </>
  )
}
