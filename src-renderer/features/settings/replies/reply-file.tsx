// The one file that goes with a quick reply: uploaded at once, kept when the reply is saved.
import { limits, type FileRef } from '#protocol'
import { Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { useErrorText } from '../../../stores/error-text.ts'
import { Button } from '../../../ui/button.tsx'
import { FileCard } from '../../../ui/file-card.tsx'
import styles from './replies.module.css'

type ReplyFileProps = Readonly<{
  file: FileRef | null
  onChange: (file: FileRef | null) => void
  onBusy: (isBusy: boolean) => void
  problem: string | undefined
}>

type Uploading = { readonly file: File; readonly share: number; readonly abort: () => void }

export function ReplyFile({ file, onChange, onBusy, problem }: ReplyFileProps) {
  const { t } = useTranslation('deskReplies')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const chooser = useRef<HTMLInputElement>(null)
  const [uploading, setUploading] = useState<Uploading>()
  const [failure, setFailure] = useState<string>()
  const abort = uploading?.abort
  // A dialog that closes takes its upload with it.
  useEffect(() => () => abort?.(), [abort])

  const upload = async (chosen: File): Promise<void> => {
    setFailure(undefined)
    if (chosen.size > limits.maxFileBytes) {
      setFailure(errorText('file_too_large'))
      return
    }
    const under = api.upload(chosen, (share) => setUploading((now) => now && { ...now, share }))
    setUploading({ file: chosen, share: 0, abort: under.abort })
    onBusy(true)
    const done = await under.result
    setUploading(undefined)
    onBusy(false)
    if (done.ok) onChange(done.value)
    else if (done.code !== 'upload_interrupted') setFailure(errorText(done.code))
  }
  const words = failure ?? problem
  return (
    <div role="group" aria-label={t('field.file')} className={styles.fileField}>
      {uploading ? (
        <FileCard
          name={uploading.file.name}
          sizeBytes={uploading.file.size}
          state={{ kind: 'uploading', share: uploading.share }}
          onRemove={uploading.abort}
        />
      ) : file ? (
        <FileCard
          name={file.name}
          sizeBytes={file.bytes}
          state={{ kind: 'ready', href: api.fileUrl(file) }}
          onRemove={() => onChange(null)}
        />
      ) : (
        <Button size="small" icon={Paperclip} onClick={() => chooser.current?.click()}>
          {t('field.attach')}
        </Button>
      )}
      {words !== undefined && (
        <p role="alert" className={styles.problem}>
          {words}
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('field.attach')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) void upload(chosen)
          event.target.value = ''
        }}
      />
    </div>
  )
}
