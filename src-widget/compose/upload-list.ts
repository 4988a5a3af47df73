// Files on their way to the desk: a few at a time, each with progress, cancel and retry. Knows nothing of the screen or of XHR.
import { limits, type ErrorCode, type FileRef, type Result } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { createListeners } from '../visitor/listeners.ts'

/** The part of the DOM's File that is used here. */
export type PickedFile = { readonly name: string; readonly size: number; readonly type: string }

export type UploadState<Picked extends PickedFile = File> =
  | { readonly kind: 'queued' | 'failed'; readonly file: Picked; readonly code: ErrorCode | undefined }
  | { readonly kind: 'running'; readonly file: Picked; readonly share: number }
  /** `file` is undefined when the upload was done before a reload. */
  | { readonly kind: 'done'; readonly file: Picked | undefined; readonly ref: FileRef }

export type Upload<Picked extends PickedFile = File> = UploadState<Picked> & { readonly id: number }

export type PostFile<Picked extends PickedFile> = (
  file: Picked,
  progress: (share: number) => void,
  done: (result: Result<FileRef>) => void,
) => Cancel

export type UploadList<Picked extends PickedFile = File> = {
  all(): readonly Upload<Picked>[]
  subscribe(listener: () => void): Cancel
  /** Takes what fits into one message. @returns why some were left out. */
  add(files: readonly Picked[]): ErrorCode | undefined
  retry(id: number): void
  /** Also cancels one that runs. */
  remove(id: number): void
  /** Files that were uploaded before a reload, or by another tab. */
  restore(refs: readonly FileRef[]): void
  clear(): void
}

export const createUploadList = <Picked extends PickedFile = File>(post: PostFile<Picked>): UploadList<Picked> => {
  const listeners = createListeners()
  const running = new Map<number, Cancel>()
  let uploads: readonly Upload<Picked>[] = []
  let nextId = 1

  const change = (next: readonly Upload<Picked>[]): void => {
    uploads = next
    listeners.notify()
  }
  const replace = (id: number, state: UploadState<Picked>): void =>
    change(uploads.map((upload) => (upload.id === id ? { ...state, id } : upload)))

  /** What the desk would refuse anyway is refused before a byte is sent. */
  const judged = (file: Picked): UploadState<Picked> => {
    if (file.size > limits.maxFileBytes) return { kind: 'failed', file, code: 'file_too_large' }
    return file.size === 0 ? { kind: 'failed', file, code: 'file_empty' } : { kind: 'queued', file, code: undefined }
  }

  const settle = (id: number, file: Picked, result: Result<FileRef>): void => {
    running.delete(id)
    if (result.ok) replace(id, { kind: 'done', file, ref: result.value })
    else replace(id, { kind: 'failed', file, code: result.code })
    startNext()
  }

  const startNext = (): void => {
    for (const upload of uploads) {
      if (running.size >= limits.maxUploadsInFlight) return
      if (upload.kind !== 'queued') continue
      const { id, file } = upload
      replace(id, { kind: 'running', file, share: 0 })
      running.set(
        id,
        post(
          file,
          (share) => running.has(id) && replace(id, { kind: 'running', file, share }),
          (result) => running.has(id) && settle(id, file, result),
        ),
      )
    }
  }

  const cancel = (id: number): void => {
    running.get(id)?.()
    running.delete(id)
  }

  return {
    all: () => uploads,
    subscribe: listeners.add,
    add(files) {
      const room = limits.maxFilesPerMessage - uploads.length
      const taken = files.slice(0, Math.max(room, 0)).map((file) => ({ ...judged(file), id: nextId++ }))
      if (taken.length > 0) change([...uploads, ...taken])
      startNext()
      return taken.length < files.length ? 'too_many_files' : undefined
    },
    retry(id) {
      const upload = uploads.find((each) => each.id === id)
      if (upload?.kind !== 'failed') return
      replace(id, judged(upload.file))
      startNext()
    },
    remove(id) {
      cancel(id)
      change(uploads.filter((upload) => upload.id !== id))
      startNext()
    },
    restore(refs) {
      const wanted = new Set(refs.map((ref) => ref.key))
      // What another tab finished and then sent or removed goes; what was picked in this tab stays.
      const kept = uploads.filter(
        (upload) => upload.kind !== 'done' || upload.file !== undefined || wanted.has(upload.ref.key),
      )
      const known = new Set(uploadedFiles(kept).map((ref) => ref.key))
      const fresh = refs.filter((ref) => !known.has(ref.key))
      if (fresh.length === 0 && kept.length === uploads.length) return
      change([...kept, ...fresh.map((ref) => ({ kind: 'done' as const, file: undefined, ref, id: nextId++ }))])
    },
    clear() {
      for (const id of running.keys()) cancel(id)
      change([])
    },
  }
}

export const uploadedFiles = (uploads: readonly Upload<PickedFile>[]): readonly FileRef[] =>
  uploads.flatMap((upload) => (upload.kind === 'done' ? [upload.ref] : []))
