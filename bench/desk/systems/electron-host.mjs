// Electron's main process with nothing but the server in a utilityProcess, started as the desktop app starts it.
// Says { pid, port } of the server on its own channel of messages once it takes connections; SIGTERM stops both.
import process from 'node:process'
import { app, utilityProcess } from 'electron'

const [entry = '', ...args] = process.argv.slice(process.argv.indexOf('--serve') + 1)

app.on('window-all-closed', () => undefined)
// Not awaited here: Electron is not ready before this module has been read to its end.
void app.whenReady().then(() => {
  const child = utilityProcess.fork(entry, args, { serviceName: 'Frontdesk server', stdio: 'inherit' })
  // Our own server's message.
  child.on('message', (/** @type {import('../../../src-server/app/start/host-messages.ts').FromServer} */ message) => {
    if (message.type === 'ready') process.stdout.write(`${JSON.stringify({ pid: child.pid, port: message.port })}\n`)
  })
  child.on('exit', (code) => app.exit(code))
  process.on('SIGTERM', () => child.postMessage({ type: 'stop' }))
})
