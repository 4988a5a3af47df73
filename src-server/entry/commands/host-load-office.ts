// The self-load's server as a process: says when it is ready, stops when told or when whoever started it is gone.
import { readOfficeArgs, type FromLoadOffice } from '../../app/doctor/self-load/office-messages.ts'
import { runLoadOffice } from '../../app/doctor/self-load/run-load-office.ts'
import type { ToServer } from '../../app/start/host-messages.ts'
import { openParentChannel } from './parent-channel.ts'

export const hostLoadOffice = (args: readonly string[]): void => {
  const parent = openParentChannel<FromLoadOffice, ToServer>((type) => type === 'stop')
  // By hand it would serve nobody.
  const wish = readOfficeArgs(args)
  if (!parent || !wish) return void (process.exitCode = 2)
  const office = runLoadOffice(wish, (message) => parent.post(message))
  const stop = (): void => void office.stop().finally(() => process.exit(0))
  parent.listen(stop)
  process.on('SIGTERM', stop)
  // Ctrl-C reaches the whole group: the checkup closes what it opened, and says so.
  process.on('SIGINT', () => undefined)
}
