// What sort of file a name stands for, for its icon, and where its ending starts, so that a cut name keeps it.

export type FileKind = 'image' | 'video' | 'audio' | 'archive' | 'table' | 'text' | 'other'

const endings: Readonly<Record<Exclude<FileKind, 'other'>, readonly string[]>> = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic', 'svg', 'bmp'],
  video: ['mp4', 'mov', 'webm', 'mkv', 'avi'],
  audio: ['mp3', 'm4a', 'wav', 'ogg', 'opus', 'flac', 'amr'],
  archive: ['zip', 'rar', '7z', 'gz', 'tar'],
  table: ['xlsx', 'xls', 'csv', 'numbers', 'et'],
  text: ['pdf', 'doc', 'docx', 'txt', 'md', 'rtf', 'pages', 'wps', 'ppt', 'pptx'],
}

/** "报价单 final.xlsx" is ["报价单 final", ".xlsx"]; an ending is at most eight characters and never the whole name. */
export function splitFileName(name: string): readonly [stem: string, ending: string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 || name.length - dot > 9 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

export function fileKind(name: string): FileKind {
  const ending = splitFileName(name)[1].slice(1).toLowerCase()
  for (const [kind, known] of Object.entries(endings)) {
    if (known.includes(ending)) return kind as FileKind // Object.entries forgets the keys' type
  }
  return 'other'
}
