// Options of the one-off commands: some of their own, the rest as `serve` understands them.
import { defaultDataDir } from '../../app/start/default-data-dir.ts'
import { parseServerConfig, type Parsed } from '../../app/start/server-config.ts'
import { isOption, serverOptions } from '../../app/start/server-options.ts'

export type CommandOptions = {
  readonly dataDir: string
  readonly words: readonly string[]
  readonly own: Readonly<Record<string, string>>
}

/** @param ownNames options with a value that only this command knows, e.g. `login`. */
export const parseCommandOptions = (args: readonly string[], ownNames: readonly string[]): Parsed<CommandOptions> => {
  const words: string[] = []
  const own: Record<string, string> = {}
  const rest: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    const [name = '', inline] = argument.startsWith('--') ? argument.slice(2).split('=', 2) : []
    if (!argument.startsWith('-')) words.push(argument)
    else if (inline !== undefined && ownNames.includes(name)) own[name] = inline
    else if (inline !== undefined) rest.push(argument)
    else if (ownNames.includes(name)) own[name] = args[(index += 1)] ?? ''
    else if (isOption(name) && serverOptions[name].placeholder !== '') rest.push(argument, args[(index += 1)] ?? '')
    else rest.push(argument)
  }
  const config = parseServerConfig(rest, process.env, { defaultDataDir })
  return config.ok ? { ok: true, value: { dataDir: config.value.dataDir, words, own } } : config
}
