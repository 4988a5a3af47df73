// Takes a colleague's conversation, with a word of why that the colleague gets to read. Enter does it.
import { limits, type ConversationId } from '#protocol'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgent, useDesk, useSummary } from '../../stores/desk.ts'
import { useIsWatching } from '../../stores/use-is-watching.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type TakeOverDialogProps = Readonly<{ id: ConversationId; onClose: () => void }>

export function TakeOverDialog({ id, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation('deskWatch')
  const { actions } = useDesk()
  const summary = useSummary(id)
  const isWatching = useIsWatching(summary)
  const name = useAgent(summary?.owner ?? (0 as never))?.name ?? t('aColleague')
  const [why, setWhy] = useState('')
  const [isTaking, setTaking] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const left = limits.maxTransferNoteLength - why.trim().length
  const takeOver = async (): Promise<void> => {
    if (left < 0 || isTaking) return
    setTaking(true)
    const isMine = await actions.takeOver(id, why)
    setTaking(false)
    if (isMine) onClose()
  }
  const confirm = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void takeOver()
  }
  const isMoot = !isWatching && !isTaking
  useEffect(() => {
    // It was closed, or came to me or to the queue by itself: there is nothing to take over any more.
    if (isMoot) onClose()
  }, [isMoot, onClose])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('takeOverTitle', { name })}
      description={t('takeOverLead', { name })}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" keys="Enter" loading={isTaking} disabled={left < 0} onClick={() => void takeOver()}>
            {t('takeOver')}
          </Button>
        </>
      }
    >
      <TextArea
        ref={input}
        label={t('why')}
        optional
        rows={2}
        maxRows={6}
        value={why}
        onValueChange={setWhy}
        onKeyDown={confirm}
        error={left < 0 ? t('tooLong', { count: -left }) : undefined}
      />
    </Dialog>
  )
}
