// An office with its server and its crowd, that can lose the server and get another one on the same folder and port.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConversationId, ErrorCode } from '#protocol'
import { createCrowd, type Crowd, type CrowdSize } from '../crowd.ts'
import type { Dialect } from '../dialect.ts'
import { agentOf, prepareOffice, type Office } from '../office.ts'
import { startServerUnderTest, type ServerUnderTest } from '../server-under-test.ts'
import { createFrontdeskDialect } from '../systems/frontdesk-dialect.ts'
import { bundle, officeArgs } from '../systems/systems.ts'
import { hearByes } from './hear-byes.ts'
import { createRoster, type Roster } from './roster.ts'

export type OpenDesk = {
  readonly office: Office
  /** Numbered from 0; the crowd's member `agentMember` has their conversation. */
  readonly outsiders: Outsiders
  readonly dataDir: string
  readonly crowd: Crowd
  readonly dialect: Dialect
  readonly roster: Roster
  readonly byes: ReadonlyMap<ErrorCode, number>
  /** The one that runs now. */
  readonly server: ServerUnderTest
  /** After the last one has ended. */
  startAgain(): Promise<void>
  end(): Promise<void>
}

export type Outsiders = {
  readonly people: readonly { readonly conversation: ConversationId; readonly agentMember: number }[]
  /** What they say when their socket is open. */
  greet(outsider: number): readonly Buffer[]
}

export type DeskChange = {
  /** People who have conversations like everybody and are not in the crowd: the last visitors of the office. */
  readonly visitorsOutside?: number
  readonly maxConnections?: number
  /** Listens along to what the server says to the crowd. */
  readonly hears?: (dialect: Dialect) => Dialect
}

/** Everybody is live when it resolves. */
export const openDesk = async (size: CrowdSize, change: DeskChange = {}): Promise<OpenDesk> => {
  const { visitorsOutside = 0, maxConnections, hears = (dialect) => dialect } = change
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-scenario-'))
  const house = maxConnections === undefined ? {} : { maxConnections }
  const known = await prepareOffice(dataDir, { ...size, visitors: size.visitors + visitorsOutside })
  const visitors = known.visitors.slice(0, size.visitors)
  const tokens = [...visitors, ...known.agents].map(({ token }) => token)
  const office: Office = {
    ...known,
    tokenOf(member) {
      const token = tokens[member]
      if (token === undefined) throw new Error(`there is no member ${member}`)
      return token
    },
  }
  const outside = known.visitors.slice(size.visitors)
  const outsiders: Outsiders = {
    people: outside.map(({ conversation }, index) => ({
      conversation,
      agentMember: size.visitors + agentOf(size.visitors + index, size.agents),
    })),
    greet: (outsider) => createFrontdeskDialect(known).greet(size.visitors + outsider, 0),
  }
  let server = await startServerUnderTest(bundle, officeArgs(dataDir, size, house))
  const { port } = server
  const roster = createRoster(tokens.length)
  const byes = new Map<ErrorCode, number>()
  const dialect = hears(hearByes(createFrontdeskDialect(office), roster, byes))
  const crowd = createCrowd(port, size, dialect, roster)
  await crowd.open()
  return {
    office,
    outsiders,
    dataDir,
    crowd,
    dialect,
    roster,
    byes,
    get server() {
      return server
    },
    async startAgain() {
      server = await startServerUnderTest(bundle, officeArgs(dataDir, size, { ...house, port }))
    },
    async end() {
      crowd.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
