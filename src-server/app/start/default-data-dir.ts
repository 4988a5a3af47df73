// Where data lies when nobody said: the place each system keeps such things in.
import { homedir } from 'node:os'
import { join } from 'node:path'

type Facts = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

const baseOf = ({ platform, home, env }: Facts): string => {
  if (platform === 'win32') return env['LOCALAPPDATA'] || join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] || join(home, '.local', 'share')
}

export const defaultDataDir = (
  demo: boolean,
  facts: Facts = { platform: process.platform, home: homedir(), env: process.env },
): string => join(baseOf(facts), demo ? 'frontdesk-demo' : 'frontdesk-server')
