// A picture in a message. Its place is reserved by its size, so nothing jumps when it arrives.
import { ImageOff } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './image-thumb.module.css'
import { Progress } from './progress.tsx'

/** The box a thumbnail may fill, in CSS px: two fit side by side in the column, a portrait stays on the screen. */
const maxWidthPx = 280
const maxHeightPx = 260
const minSidePx = 48

export type ImageThumbProps = Readonly<{
  src: string
  name: string
  /** The picture's own size in px. */
  width: number
  height: number
  /** Share uploaded, 0 to 1, while it is on its way. */
  uploadShare?: number | undefined
  onOpen: () => void
}>

export function ImageThumb({ src, name, width, height, uploadShare, onOpen }: ImageThumbProps) {
  const { t } = useTranslation('ui')
  const [isBroken, setBroken] = useState(false)
  const scale = Math.min(1, maxWidthPx / width, maxHeightPx / height)
  const box: CSSProperties = {
    inlineSize: Math.max(minSidePx, Math.round(width * scale)),
    aspectRatio: `${Math.max(minSidePx, width * scale)} / ${Math.max(minSidePx, height * scale)}`,
  }
  if (isBroken) {
    return (
      <span className={styles.broken}>
        <Icon of={ImageOff} size={20} />
        {t('file.broken')}
      </span>
    )
  }
  return (
    <button
      type="button"
      style={box}
      className={styles.thumb}
      aria-label={t('file.openImage', { name })}
      onClick={onOpen}
    >
      <img src={src} alt="" draggable={false} className={styles.image} onError={() => setBroken(true)} />
      {uploadShare !== undefined && (
        <span className={styles.progress}>
          <Progress hideLabel label={t('file.progress', { name })} share={uploadShare} />
        </span>
      )}
    </button>
  )
}
