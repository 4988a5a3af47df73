// Whether a file is shown or saved, and under which name (RFC 6266, RFC 8187).

/** Raster images and plain sound and film: nothing in them can run. */
const shownInline: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
  'audio/webm',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
])

export const isShownInline = (mime: string): boolean => shownInline.has(mime)

const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export const contentDisposition = (mime: string, name: string): string => {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_')
  return `${isShownInline(mime) ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${percent(name)}`
}
