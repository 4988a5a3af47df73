// Whether what is in the composer can go out now, and if not, what keeps it.
import { limits } from '#protocol'
import type { PickedFile, Upload } from './upload-list.ts'

export type SendVerdict = 'ready' | 'empty' | 'too_long' | 'uploading' | 'upload_failed'

export const judgeDraft = (text: string, uploads: readonly Upload<PickedFile>[]): SendVerdict => {
  if (text.trim().length > limits.maxMessageLength) return 'too_long'
  if (uploads.some((upload) => upload.kind === 'failed')) return 'upload_failed'
  if (uploads.some((upload) => upload.kind === 'running' || upload.kind === 'queued')) return 'uploading'
  return text.trim() === '' && uploads.length === 0 ? 'empty' : 'ready'
}

type KeyPress = {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** Enter sends; with Shift, Alt or while an input method composes it does what it does elsewhere. */
export const isSendKey = (event: KeyPress): boolean =>
  // Safari ends the composition before its Enter arrives; 229 is all that tells it from a real one.
  event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.isComposing && event.keyCode !== 229
