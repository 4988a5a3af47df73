// A server with a parent: says when it is ready or why it cannot be, and stops when told or when the parent is gone.
import { createServer } from '../../app/create-server.ts'
import { defaultDataDir } from '../../app/start/default-data-dir.ts'
import { dieOfFaults, stopOnSignals } from '../../app/start/end-of-process.ts'
import { parseServerConfig } from '../../app/start/server-config.ts'
import { createServerLogger } from '../../app/start/server-logger.ts'
import type { BilingualText } from '../../app/start/bilingual-text.ts'
import type { FromServer, ToServer } from '../../app/start/host-messages.ts'
import { openParentChannel } from './parent-channel.ts'
import { tellProblem } from './terminal.ts'

const EXIT_AFTER_MS = 100

export const runHosted = async (args: readonly string[]): Promise<void> => {
  const parent = openParentChannel<FromServer, ToServer>((type) => type === 'stop' || type === 'who')
  const fail = (code: string, text: BilingualText, exitCode: number): void => {
    parent?.post({ type: 'failed', code, text })
    tellProblem(text)
    // The channel keeps the process alive; the message needs a moment on it.
    setTimeout(() => process.exit(exitCode), EXIT_AFTER_MS)
  }
  const parsed = parseServerConfig(args, process.env, { defaultDataDir })
  if (!parsed.ok) return fail('bad_config', parsed.problem, 2)
  const logger = createServerLogger(parsed.value.logLevel)
  dieOfFaults(logger)
  const started = await createServer(parsed.value, logger, {
    nativeBinding: process.env['FRONTDESK_SQLITE_BINDING'],
    ownKey: true,
    setupDone: () => parent?.post({ type: 'setup-done' }),
  })
  if (!started.ok) {
    logger.flush()
    return fail(started.failure.code, started.failure.text, 1)
  }
  const { server } = started
  const stop = async (): Promise<void> => {
    parent?.post({ type: 'stopping' })
    await server.stop()
    logger.flush()
  }
  stopOnSignals(stop)
  parent?.listen(({ type }) => {
    if (type === 'who') parent.post({ type: 'connected', ...server.connected() })
    else void stop().then(() => process.exit(0))
  })
  const { port, url, officeUrls, setupCode = null, version } = server
  parent?.post({ type: 'ready', port, url, officeUrls, setupCode, version })
}
