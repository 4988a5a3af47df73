// What will go with the message: previews, progress, cancel, and failure with a retry.
import { isRetryable } from '#protocol'
import type { Upload } from '../compose/upload-list.ts'
import { h } from '../dom/element.ts'
import { formatBytes } from '../text/format-bytes.ts'
import { TextButton, ToolButton } from './buttons.tsx'
import { errorWords } from './failed-message.tsx'
import { fileAddress } from './file-view.tsx'
import { Icon } from './icons.tsx'
import type { View, ViewProps } from './view.ts'

const PREVIEW_PX = 80

/** Drawn on a canvas: a blob: image would need a permission in the shop's CSP. */
const drawPreview = async (canvas: HTMLCanvasElement, file: File): Promise<void> => {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, PREVIEW_PX, PREVIEW_PX)
}

type UploadProps = { readonly view: View; readonly upload: Upload }

function Thumbnail({ view, upload }: UploadProps) {
  const { file } = upload
  if (file?.type.startsWith('image/'))
    return (
      <canvas
        class="preview"
        width={PREVIEW_PX}
        height={PREVIEW_PX}
        // Not an image after all: the empty square stays.
        ref={(canvas) => void drawPreview(canvas, file).catch(() => undefined)}
      />
    )
  if (upload.kind === 'done' && upload.ref.width > 0)
    return <img class="preview" src={fileAddress(view.widget.options.deskUrl, upload.ref, 'thumb')} alt="" />
  return (
    <span class="preview">
      <Icon name="file" />
    </span>
  )
}

function UploadItem({ view, upload }: UploadProps) {
  const { words, locale } = view
  const { uploads } = view.widget
  const { id, kind } = upload
  const { name, bytes } = kind === 'done' ? upload.ref : { name: upload.file.name, bytes: upload.file.size }
  const percent = kind === 'running' ? Math.round(upload.share * 100) : undefined
  /** A network that broke may be back; what the desk refused stays refused. */
  const isBroken = kind === 'failed' && upload.code !== undefined && isRetryable(upload.code)
  const failure = kind === 'failed' && (isBroken ? words.error.upload : errorWords(upload.code, words))
  return (
    <li key={id} class={`upload ${kind}`}>
      <Thumbnail view={view} upload={upload} />
      <span class="file-words wide">
        <span class="name" dir="auto">
          {name}
        </span>
        <span class={failure ? 'problem' : 'small'}>
          {failure || `${percent === undefined ? '' : `${percent} % · `}${formatBytes(bytes, locale)}`}
        </span>
        {percent !== undefined && <progress max={100} value={percent} aria-label={name} />}
      </span>
      {isBroken && <TextButton label={words.message.retry} press={() => uploads.retry(id)} />}
      <ToolButton icon="close" label={words.file.remove(name)} size={16} press={() => uploads.remove(id)} />
    </li>
  )
}

export function UploadTray({ view }: ViewProps) {
  const uploads = view.widget.uploads.all()
  return (
    uploads.length > 0 && (
      <ul class="tray" aria-label={view.words.file.attached}>
        {uploads.map((upload) => (
          <UploadItem view={view} upload={upload} />
        ))}
      </ul>
    )
  )
}
