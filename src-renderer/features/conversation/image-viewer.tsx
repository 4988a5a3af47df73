// A picture of the conversation at its full size, with a way to keep it.
import type { FileRef } from '#protocol'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './timeline.module.css'

export function ImageViewer({ file, onClose }: Readonly<{ file: FileRef | undefined; onClose: () => void }>) {
  const { t } = useTranslation('ui')
  const { api } = useDesk().session
  const format = useFormat()
  if (file === undefined) return null
  const url = api.fileUrl(file)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={file.name}
      description={`${format.number(file.width)} × ${format.number(file.height)} · ${format.bytes(file.bytes)}`}
      footer={
        <a href={url} download={file.name} className={styles.download}>
          <Icon of={Download} />
          {t('action.download')}
        </a>
      }
    >
      <img src={url} alt={file.name} width={file.width} height={file.height} className={styles.picture} />
    </Dialog>
  )
}
