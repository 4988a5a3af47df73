// A file in a message: an image as a thumbnail that opens in a new tab, everything else as a card.
import type { FileRef } from '#protocol'
import { h } from '../dom/element.ts'
import { formatBytes } from '../text/format-bytes.ts'
import { Icon } from './icons.tsx'
import type { View } from './view.ts'

const MAX_SIDE_PX = 240
const MIN_SIDE_PX = 40

export const fileAddress = (deskUrl: string, file: FileRef, part: string): string =>
  `${deskUrl}/f/${encodeURIComponent(file.key)}/${encodeURIComponent(part)}`

export function FileView({ view, file }: { readonly view: View; readonly file: FileRef }) {
  const { widget, words, local } = view
  const { key, name, bytes, width, height } = file
  const isImage = width > 0 && !local.broken.has(key)
  // Known before the image is there, so that nothing moves when it comes.
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height, 1))
  const side = (pixels: number): number => Math.max(MIN_SIDE_PX, Math.round(pixels * scale))
  const label = words.file.open(name)
  return (
    <a
      class={isImage ? 'image' : 'file'}
      href={fileAddress(widget.options.deskUrl, file, name.toWellFormed())}
      target="_blank"
      rel="noopener nofollow"
      title={label}
    >
      {isImage ? (
        <img
          src={fileAddress(widget.options.deskUrl, file, 'thumb')}
          alt={label}
          width={side(width)}
          height={side(height)}
          onerror={() => view.set({ broken: new Set([...local.broken, key]) })}
        />
      ) : (
        [
          <Icon name="file" />,
          <span class="file-words">
            <span class="name" dir="auto">
              {name}
            </span>
            <span class="small">{formatBytes(bytes, view.locale)}</span>
          </span>,
        ]
      )}
    </a>
  )
}
