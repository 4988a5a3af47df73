// A checkup for the desktop app, in a process of its own: it keeps a processor busy for twenty seconds.
import { keepCompiledCode } from '../app/start/compile-cache.ts'

keepCompiledCode()
const { hostDoctor } = await import('./commands/host-doctor.ts')
await hostDoctor(process.argv.slice(2))
