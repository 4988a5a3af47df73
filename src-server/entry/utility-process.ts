// The hosted server: started by the desktop app (Electron's utilityProcess) or by any Node parent with an IPC channel.
import { keepCompiledCode } from '../app/start/compile-cache.ts'

keepCompiledCode()
const { runHosted } = await import('./commands/run-hosted.ts')
await runHosted(process.argv.slice(2))
