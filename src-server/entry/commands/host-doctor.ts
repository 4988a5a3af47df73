// A checkup with a parent: tells each check as it is made, then the report, and ends. Stops when told or when the parent is gone.
import type { FromDoctor, ToDoctor } from '../../app/doctor/doctor-messages.ts'
import { runDoctor } from '../../app/doctor/run-doctor.ts'
import { createRelayedLoadOffice } from '../../app/doctor/self-load/relayed-load-office.ts'
import { unknownFailure } from '../../app/start/start-failure.ts'
import { parseDoctorOptions } from './doctor-options.ts'
import { openParentChannel } from './parent-channel.ts'

/** The last message needs a moment on the channel, which keeps the process alive. */
const EXIT_AFTER_MS = 100

const incoming: ReadonlySet<unknown> = new Set<ToDoctor['type']>(['stop', 'office-said', 'office-gone'])

export const hostDoctor = async (args: readonly string[]): Promise<void> => {
  const parent = openParentChannel<FromDoctor, ToDoctor>((type) => incoming.has(type))
  const parsed = parseDoctorOptions(args)
  // By hand there is `frontdesk doctor`.
  if (!parent || !parsed.ok) return void (process.exitCode = 2)
  const { config, loadMs } = parsed.value
  const abort = new AbortController()
  const office = createRelayedLoadOffice((message) => parent.post(message))
  parent.listen((message) => {
    if (message.type === 'stop' || message.type === 'gone') abort.abort()
    else office.heard(message)
    // Nobody is left to end the server for us; it ends by itself.
    if (message.type === 'gone') office.heard({ type: 'office-gone' })
  })
  try {
    const report = await runDoctor({
      config,
      load: loadMs === 0 ? undefined : { openOffice: office.open, loadMs },
      checked: (check) => parent.post({ type: 'checked', check }),
      progress: (progress) => parent.post({ type: 'progress', progress }),
      signal: abort.signal,
      where: 'desktop',
    })
    if (!abort.signal.aborted) parent.post({ type: 'report', report })
  } catch (error) {
    parent.post({ type: 'failed', text: unknownFailure(error).text })
  }
  setTimeout(() => process.exit(0), EXIT_AFTER_MS)
}
