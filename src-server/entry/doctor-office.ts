// The server of the self-load, started by a checkup as `doctor-office FOLDER VISITORS MILLISECONDS`. Ends with whoever started it, and its
// folder with it.
import { keepCompiledCode } from '../app/start/compile-cache.ts'

keepCompiledCode()
const { hostLoadOffice } = await import('./commands/host-load-office.ts')
hostLoadOffice(process.argv.slice(2))
