// A note among colleagues, in anybody's conversation: how a supervisor whispers. What was typed stays until it is stored.
import { makeCid } from '#client/make-cid.ts'
import { limits, NO_AGENT, type ConversationId } from '#protocol'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useAgent, useDesk, useSummary } from '../../stores/desk.ts'
import { noDraft } from '../../stores/draft-store.ts'
import { callOf, stillCalled } from '../../stores/mention-at.ts'
import { noteDraftOf } from '../../stores/note-draft.ts'
import { useIsWatching } from '../../stores/use-is-watching.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { insertText } from '../../ui/insert-text.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './use-mentions.ts'

export function NoteDialog({ id, onClose }: Readonly<{ id: ConversationId; onClose: () => void }>) {
  const { t } = useTranslation('deskNote')
  const { t: tWatch } = useTranslation('deskWatch')
  const { actions, drafts } = useDesk()
  const summary = useSummary(id)
  const isWhisper = useIsWatching(summary)
  const name = useAgent(summary?.owner ?? NO_AGENT)?.name ?? tWatch('aColleague')
  const { text, mentions } = useStore(drafts, (all) => all.get(noteDraftOf(id))) ?? noDraft
  const [isSaving, setSaving] = useState(false)
  // Kept over every try, changed with the words: what was stored without our hearing of it is not stored again.
  const tried = useRef({ text: '', cid: makeCid((count) => crypto.getRandomValues(new Uint8Array(count))) })
  const input = useRef<HTMLTextAreaElement>(null)
  const left = limits.maxMessageLength - text.trim().length
  const canSave = text.trim() !== '' && left >= 0

  const save = async (): Promise<void> => {
    if (!canSave || isSaving) return
    if (tried.current.text !== text)
      tried.current = { text, cid: makeCid((count) => crypto.getRandomValues(new Uint8Array(count))) }
    setSaving(true)
    const isStored = await actions.addNote(id, text, tried.current.cid, stillCalled(text, mentions))
    setSaving(false)
    if (!isStored) return
    drafts.clear(noteDraftOf(id))
    onClose()
  }
  const { finder, moved, onKey, aria } = useMentions(text, (start, end, { agent }) => {
    const area = input.current
    if (!area) return
    drafts.change(noteDraftOf(id), {
      mentions: [...mentions.filter(({ id: other }) => other !== agent.id), { id: agent.id, name: agent.name }],
    })
    area.setSelectionRange(start, end)
    insertText(area, `${callOf(agent.name)} `)
  })
  const confirm = (event: KeyboardEvent): void => {
    if (onKey(event)) {
      event.preventDefault()
      // Escape closes the list, not the dialog around it.
      event.stopPropagation()
      return
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void save()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isWhisper ? tWatch('whisperTitle', { name }) : t('title')}
      description={isWhisper ? tWatch('whisperLead') : t('lead')}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" keys="Mod+Enter" loading={isSaving} disabled={!canSave} onClick={() => void save()}>
            {isWhisper ? tWatch('whisperSave') : t('save')}
          </Button>
        </>
      }
    >
      <TextArea
        ref={input}
        label={t('text')}
        rows={3}
        maxRows={10}
        value={text}
        onValueChange={(next) => {
          drafts.change(noteDraftOf(id), { text: next })
          moved(input.current ?? undefined)
        }}
        onKeyDown={confirm}
        onSelect={(event) => moved(event.currentTarget)}
        onBlur={() => moved(undefined)}
        {...aria}
        error={left < 0 ? t('tooLong', { count: -left }) : undefined}
        description={t('mentionHint')}
      />
      {finder && <MentionList finder={finder} />}
    </Dialog>
  )
}
