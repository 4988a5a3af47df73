// Uploads go straight from the tab that picked the file; they only wait until there is an identity to upload under.
import { limits } from '#protocol'
import { uploadFile } from '#client/browser/upload-file.ts'
import type { Cancel } from '#client/environment.ts'
import type { PostFile } from '../compose/upload-list.ts'
import { readIdentity } from '../identity/stored-identity.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'

/** From the end, so that the extension stays. */
const shortName = (name: string): string => name.slice(-limits.maxFileNameLength).toWellFormed()

export const createUploadWithIdentity =
  (deskUrl: string, storage: WidgetStorage, client: Pick<VisitorClient, 'subscribe'>): PostFile<File> =>
  (file, progress, done) => {
    let cancelWaiting: Cancel | undefined
    let abort: Cancel | undefined

    const start = (): boolean => {
      const identity = readIdentity(storage)
      if (!identity) return false
      const upload = uploadFile({ deskUrl, token: identity.token, file, name: shortName(file.name), progress })
      abort = upload.abort
      // A cancelled one ends as well; the list has forgotten it by then.
      void upload.result.then(done)
      return true
    }

    if (!start())
      cancelWaiting = client.subscribe(() => {
        if (!start()) return
        cancelWaiting?.()
      })
    return () => {
      cancelWaiting?.()
      abort?.()
    }
  }
