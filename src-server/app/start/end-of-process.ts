// How a server's process ends: politely when asked, at once and with a log line when something is wrong inside.
import type { PinoLogger } from '../../adapters/log/pino-logger.ts'

/** Asked twice, it goes at once: whoever waits at a terminal has waited enough. */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let isStopping = false
  const onSignal = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    void stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  process.on('SIGHUP', onSignal)
}

/** A fault that nobody caught leaves an unknown state behind: a supervisor starts a fresh process. */
export const dieOfFaults = (logger: PinoLogger): void => {
  const die = (error: unknown, message: string): void => {
    logger.error({ error }, message)
    logger.flush()
    process.exit(70)
  }
  process.on('uncaughtException', (error) => die(error, 'an exception that nobody caught ends the process'))
  process.on('unhandledRejection', (error) => die(error, 'a rejection that nobody handled ends the process'))
}
