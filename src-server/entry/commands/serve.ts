// `frontdesk serve`: the server in the foreground, until a signal.
import { createServer } from '../../app/create-server.ts'
import { defaultDataDir } from '../../app/start/default-data-dir.ts'
import { dieOfFaults, stopOnSignals } from '../../app/start/end-of-process.ts'
import { createServerLogger } from '../../app/start/server-logger.ts'
import { parseServerConfig } from '../../app/start/server-config.ts'
import { greet } from './greeting.ts'
import { tell, tellProblem } from './terminal.ts'

export const serve = async (args: readonly string[]): Promise<void> => {
  const parsed = parseServerConfig(args, process.env, { defaultDataDir })
  if (!parsed.ok) {
    tellProblem(parsed.problem)
    process.exitCode = 2
    return
  }
  const config = parsed.value
  const logger = createServerLogger(config.logLevel)
  dieOfFaults(logger)
  const demo = config.demo ? await (await import('../../demo/prepare-demo.ts')).prepareDemo(config.dataDir) : undefined
  if (demo?.ok === false) {
    tellProblem(demo.problem)
    process.exitCode = 1
    return
  }
  const nativeBinding = process.env['FRONTDESK_SQLITE_BINDING']
  const started = await createServer(config, logger, { nativeBinding })
  if (!started.ok) {
    logger.flush()
    tellProblem(started.failure.text)
    // Shown nowhere else, and the next start finds the shop made already.
    for (const { login, password } of demo?.value ?? [])
      tell({ en: `Demo account  ${login}  ${password}`, zh: `演示账号  ${login}  ${password}` })
    process.exitCode = 1
    return
  }
  const { server } = started
  if (config.clusterWanted) {
    const text = 'Redis and PostgreSQL are configured, but this version serves alone'
    logger.warn({ clusterMode: 'auto' }, text)
    tell({ en: `${text}.`, zh: '已配置 Redis 和 PostgreSQL，但当前版本只支持单机运行。' })
  }
  greet(server, config, demo?.value)
  const bots =
    demo?.ok === true ? await (await import('../../demo/start-bots.ts')).startBots(server, logger) : undefined
  stopOnSignals(async () => {
    await bots?.stop()
    await server.stop()
    logger.info({}, 'stopped')
    logger.flush()
  })
}
