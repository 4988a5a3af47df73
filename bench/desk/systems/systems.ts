// The servers that are compared, each started fresh for a ladder of rates.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CrowdSize } from '../crowd.ts'
import type { Dialect } from '../dialect.ts'
import { prepareOffice } from '../office.ts'
import { startServerUnderTest, type ServerUnderTest } from '../server-under-test.ts'
import { createFrontdeskDialect } from './frontdesk-dialect.ts'
import { startHostedServer } from './hosted-server.ts'
import { createSocketIoDialect } from './socket-io-dialect.ts'
import { createWsDialect } from './ws-dialect.ts'

export const systemNames = ['frontdesk', 'electron', 'ws', 'socketio'] as const
export type SystemName = (typeof systemNames)[number]

export type RunningSystem = { readonly server: ServerUnderTest; readonly dialect: Dialect; end(): Promise<void> }

const root = join(import.meta.dirname, '../../..')
/** The built server. */
export const bundle = join(root, 'out/main/server.js')
const here = (file: string): string => join(import.meta.dirname, file)

/** Room for those who reconnect before their old connection is gone. */
const SPARE_CONNECTIONS = 500

/** `change`: what another start of the same office has to keep, or a smaller house. */
export const officeArgs = (
  dataDir: string,
  size: CrowdSize,
  change: { readonly port?: number; readonly maxConnections?: number } = {},
): readonly string[] => {
  const { port = 0, maxConnections = size.visitors + size.agents + SPARE_CONNECTIONS } = change
  return ['--data', dataDir, '--port', String(port), '--log-level', 'warn', '--max-conn', String(maxConnections)]
}

const startFrontdesk = async (
  size: CrowdSize,
  start: (args: readonly string[], dataDir: string) => Promise<ServerUnderTest>,
): Promise<RunningSystem> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-bench-'))
  const office = await prepareOffice(dataDir, size)
  const server = await start(officeArgs(dataDir, size), dataDir)
  return {
    server,
    dialect: createFrontdeskDialect(office),
    async end() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const startReference = async (file: string, dialect: Dialect): Promise<RunningSystem> => {
  const server = await startServerUnderTest(here(file), [])
  return { server, dialect, end: () => server.kill() }
}

/** `nodeFlags`: of Frontdesk's server under Node alone. */
export const startSystem = (
  name: SystemName,
  size: CrowdSize,
  nodeFlags: readonly string[],
): Promise<RunningSystem> => {
  switch (name) {
    case 'frontdesk':
      return startFrontdesk(size, (args) => startServerUnderTest(bundle, args, nodeFlags))
    case 'electron':
      return startFrontdesk(size, (args, dataDir) => startHostedServer(bundle, args, join(dataDir, 'electron')))
    case 'ws':
      return startReference('ws-relay.mjs', createWsDialect(size))
    case 'socketio':
      return startReference('socket-io-rooms.mjs', createSocketIoDialect(size))
    default:
      return name satisfies never
  }
}
