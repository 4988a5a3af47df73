// Options of `frontdesk doctor`: its own three, the rest as `serve` understands them, so that the same line can be checked first.
import { defaultDataDir } from '../../app/start/default-data-dir.ts'
import { parseServerConfig, type Parsed, type ServerConfig } from '../../app/start/server-config.ts'
import { limits } from '../../protocol/index.ts'

export type DoctorCommand = {
  readonly config: ServerConfig
  readonly json: boolean
  /** 0: no self-load. */
  readonly loadMs: number
}

const MS_PER_SECOND = 1_000
const maxSeconds = limits.maxDoctorLoadMs / MS_PER_SECOND

export const parseDoctorOptions = (args: readonly string[]): Parsed<DoctorCommand> => {
  const rest: string[] = []
  let json = false
  let loadMs: number = limits.doctorLoadMs
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (argument === '--json') json = true
    else if (argument === '--no-load') loadMs = 0
    else if (argument.split('=', 1)[0] === '--load-seconds') {
      const text = argument.includes('=') ? argument.slice(argument.indexOf('=') + 1) : (args[(index += 1)] ?? '')
      const seconds = Number(text)
      if (!/^\d{1,3}$/u.test(text) || seconds < 1 || seconds > maxSeconds)
        return {
          ok: false,
          problem: {
            en: `--load-seconds: "${text}" is not a whole number from 1 to ${maxSeconds}.`,
            zh: `--load-seconds：“${text}”不是 1 到 ${maxSeconds} 之间的整数。`,
          },
        }
      loadMs = seconds * MS_PER_SECOND
    } else rest.push(argument)
  }
  const config = parseServerConfig(rest, process.env, { defaultDataDir })
  return config.ok ? { ok: true, value: { config: config.value, json, loadMs } } : config
}
