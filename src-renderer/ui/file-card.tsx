// A file in a message or in the composer: on its way up, there, or failed and still kept.
import {
  Archive,
  AudioLines,
  Download,
  File,
  FileText,
  Image,
  type LucideIcon,
  RotateCw,
  Sheet,
  Video,
  X,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { classNames } from './class-names.ts'
import styles from './file-card.module.css'
import { type FileKind, fileKind, splitFileName } from './file-kind.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Progress } from './progress.tsx'

export type FileCardState =
  /** Stored; a link to download when `href` is given. */
  | Readonly<{ kind: 'ready'; href?: string | undefined }>
  | Readonly<{ kind: 'uploading'; share: number | null }>
  | Readonly<{ kind: 'failed'; problem?: string | undefined; onRetry?: (() => void) | undefined }>

export type FileCardProps = Readonly<{
  name: string
  sizeBytes: number
  state: FileCardState
  /** Takes it out of the composer, or stops the upload. */
  onRemove?: (() => void) | undefined
}>

const icons: Readonly<Record<FileKind, LucideIcon>> = {
  image: Image,
  video: Video,
  audio: AudioLines,
  archive: Archive,
  table: Sheet,
  text: FileText,
  other: File,
}

export function FileCard({ name, sizeBytes, state, onRemove }: FileCardProps) {
  const { t } = useTranslation('ui')
  const [stem, ending] = splitFileName(name)
  return (
    <div className={classNames(styles.card, state.kind === 'failed' && styles.failed)}>
      <span className={styles.icon}>
        <Icon of={icons[fileKind(name)]} size={20} />
      </span>
      <div className={styles.words}>
        <bdi className={styles.name} title={name}>
          <span className={styles.stem}>{stem}</span>
          {ending}
        </bdi>
        <Detail name={name} sizeBytes={sizeBytes} state={state} />
      </div>
      {state.kind === 'ready' && state.href !== undefined && (
        <a
          href={state.href}
          download={name}
          aria-label={`${t('action.download')}: ${name}`}
          className={styles.download}
        >
          <Icon of={Download} />
        </a>
      )}
      {state.kind === 'failed' && state.onRetry !== undefined && (
        <IconButton size="small" icon={RotateCw} label={t('action.retry')} onClick={state.onRetry} />
      )}
      {onRemove !== undefined && (
        <IconButton size="small" icon={X} label={t('action.remove', { name })} onClick={onRemove} />
      )}
    </div>
  )
}

function Detail({ name, sizeBytes, state }: Pick<FileCardProps, 'name' | 'sizeBytes' | 'state'>) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  switch (state.kind) {
    case 'ready':
      return <span className={styles.detail}>{format.bytes(sizeBytes)}</span>
    case 'uploading':
      return (
        <>
          <span className={styles.detail}>
            {state.share === null
              ? format.bytes(sizeBytes)
              : t('file.uploading', { percent: format.percent(state.share) })}
          </span>
          <Progress hideLabel label={t('file.progress', { name })} share={state.share} />
        </>
      )
    case 'failed':
      return <span className={styles.detail}>{state.problem ?? t('file.failed')}</span>
    default:
      return state satisfies never
  }
}
