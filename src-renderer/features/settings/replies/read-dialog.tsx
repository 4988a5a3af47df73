// A shared quick reply for somebody who may not change it: read, and copied to one's own.
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../stores/replies/reply-search.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Preview } from './reply-dialog.tsx'

type ReadDialogProps = Readonly<{ row: Reply; onCopy: () => void; onClose: () => void }>

export function ReadDialog({ row, onCopy, onClose }: ReadDialogProps) {
  const { t } = useTranslation('deskReplies')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={row.title}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button variant="primary" onClick={onCopy}>
            {t('copyToMine')}
          </Button>
        </>
      }
    >
      <Preview text={row.text} />
    </Dialog>
  )
}
