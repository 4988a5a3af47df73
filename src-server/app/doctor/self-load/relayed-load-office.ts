// The self-load's server as a process that somebody else starts and ends for us.
import type { FromDoctor, ToDoctor } from '../doctor-messages.ts'
import { officeArgs, type LoadOffice, type OpenLoadOffice } from './office-messages.ts'

export type RelayedLoadOffice = {
  readonly open: OpenLoadOffice
  /** What was heard of it. */
  heard(message: ToDoctor): void
}

export const createRelayedLoadOffice = (post: (message: FromDoctor) => void): RelayedLoadOffice => {
  const ready = Promise.withResolvers<LoadOffice>()
  const gone = Promise.withResolvers<undefined>()
  // Whoever ends it does not wait for it to be ready.
  ready.promise.catch(() => undefined)
  return {
    open: (wish) => {
      post({ type: 'open-office', args: officeArgs(wish) })
      return {
        ready: ready.promise,
        async end() {
          post({ type: 'close-office' })
          await gone.promise
        },
      }
    },
    heard(message) {
      if (message.type === 'office-gone') {
        gone.resolve(undefined)
        ready.reject(new Error('the server of the self-load ended'))
      } else if (message.type === 'office-said') {
        if (message.message.type === 'ready') ready.resolve(message.message.office)
        else ready.reject(new Error(message.message.text.en))
      }
    },
  }
}
