// Hands many conversations to a colleague or a group at once, with one note for all.
import { EVERYONE, limits, type ConversationId } from '#protocol'
import { Search } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useColleagues } from '../../stores/agent-load.ts'
import { useDesk, useOffice } from '../../stores/desk.ts'
import type { BulkTarget } from '../../stores/desk-actions.ts'
import { fuzzyScore, searchable } from '../../stores/fuzzy-search.ts'
import { useReadings } from '../../stores/use-readings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TargetList, type Target } from './target-list.tsx'
import styles from './transfer.module.css'

const bulkTarget = (target: Target): BulkTarget =>
  'group' in target
    ? { name: target.name, group: target.group.id }
    : { name: target.name, agent: target.colleague.agent.id }

export function BulkMoveDialog({ ids, onClose }: Readonly<{ ids: readonly ConversationId[]; onClose: () => void }>) {
  const { t, i18n } = useTranslation('deskBulk')
  const { t: word } = useTranslation('deskTransfer')
  const { actions, session } = useDesk()
  const groups = useOffice((office) => office.groups)
  const colleagues = useColleagues(i18n.language)
  const search = useRef<HTMLInputElement>(null)
  // What was picked when the dialog opened; what happens in the list meanwhile changes nothing here.
  const [chosenIds] = useState(ids)
  const readings = useReadings()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const isMe = (id: number): boolean => id === session.self.id
  const targets: readonly Target[] = [
    ...colleagues
      .toSorted((one, other) => Number(isMe(other.agent.id)) - Number(isMe(one.agent.id)))
      .map((colleague) => ({ key: `a${colleague.agent.id}`, name: colleague.agent.name, colleague })),
    ...groups.filter(({ id }) => id !== EVERYONE).map((group) => ({ key: `g${group.id}`, name: group.name, group })),
  ].filter(({ name }) => fuzzyScore(typed, [searchable(name, readings)]) > 0)
  const target = targets.find(({ key }) => key === chosen) ?? (typed.trim() === '' ? undefined : targets[0])
  const noteLeft = limits.maxTransferNoteLength - note.trim().length

  const move = (): void => {
    if (!target || noteLeft < 0) return
    onClose()
    void actions.moveMany(chosenIds, bulkTarget(target), note)
  }
  const confirm = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) move()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('move.title', { count: chosenIds.length })}
      initialFocus={search}
      footer={
        <>
          <Button onClick={onClose}>{word('cancel')}</Button>
          <Button variant="primary" keys="Mod+Enter" disabled={!target || noteLeft < 0} onClick={move}>
            {target ? t('move.to', { name: target.name }) : word('choose')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          ref={search}
          hideLabel
          label={word('search')}
          placeholder={word('search')}
          icon={Search}
          value={typed}
          onValueChange={setTyped}
          onKeyDown={(event) => {
            confirm(event)
            if (event.key === 'ArrowDown')
              document.querySelector<HTMLElement>(`.${styles.list ?? ''} [tabindex="0"]`)?.focus()
          }}
        />
        <TargetList targets={targets} chosen={target?.key} onChoose={setChosen} />
        <TextArea
          label={word('note')}
          description={word('noteHint')}
          optional
          rows={2}
          maxRows={5}
          value={note}
          onValueChange={setNote}
          onKeyDown={confirm}
          error={noteLeft < 0 ? word('noteTooLong', { count: -noteLeft }) : undefined}
        />
      </div>
    </Dialog>
  )
}
