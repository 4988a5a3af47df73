// Files above the text: on their way, failed with retry, or there and waiting to be sent.
import type { ConversationId, FileRef } from '#protocol'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { Attachment } from '../../stores/attachment-store.ts'
import { FileCard } from '../../ui/file-card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './composer.module.css'

type StripProps = Readonly<{ id: ConversationId; files: readonly FileRef[]; attachments: readonly Attachment[] }>

export function AttachmentStrip({ id, files, attachments }: StripProps) {
  const { attachments: store, drafts, session } = useDesk()
  const errorText = useErrorText()
  const removeFile = (key: FileRef['key']): void =>
    drafts.change(id, { files: files.filter((file) => file.key !== key) })
  return (
    <>
      {files.map((file) =>
        file.width > 0 ? (
          <Tile
            key={file.key}
            name={file.name}
            src={session.api.thumbnailUrl(file)}
            share={undefined}
            onRemove={() => removeFile(file.key)}
          />
        ) : (
          <FileCard
            key={file.key}
            name={file.name}
            sizeBytes={file.bytes}
            state={{ kind: 'ready' }}
            onRemove={() => removeFile(file.key)}
          />
        ),
      )}
      {attachments.map(({ id: number, file, previewUrl, state }) =>
        previewUrl !== undefined && state.kind === 'uploading' ? (
          <Tile
            key={number}
            name={file.name}
            src={previewUrl}
            share={state.share}
            onRemove={() => store.remove(id, number)}
          />
        ) : (
          <FileCard
            key={number}
            name={file.name}
            sizeBytes={file.size}
            state={
              state.kind === 'uploading'
                ? state
                : { kind: 'failed', problem: errorText(state.code), onRetry: () => store.retry(id, number) }
            }
            onRemove={() => store.remove(id, number)}
          />
        ),
      )}
    </>
  )
}

type TileProps = Readonly<{ name: string; src: string; share: number | undefined; onRemove: () => void }>

function Tile({ name, src, share, onRemove }: TileProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.tile}>
      <img src={src} alt={name} className={styles.tileImage} />
      {share !== undefined && (
        <div className={styles.tileProgress}>
          <Progress hideLabel label={t('file.progress', { name })} share={share} />
        </div>
      )}
      <IconButton
        size="small"
        icon={X}
        label={t('action.remove', { name })}
        className={styles.tileRemove}
        onClick={onRemove}
      />
    </div>
  )
}
