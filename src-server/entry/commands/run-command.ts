// Which command was meant. Without one: serve.
import { languageOf } from '../../app/start/bilingual-text.ts'
import { say, tellProblem } from './terminal.ts'

export const runCommand = async (args: readonly string[]): Promise<void> => {
  if (args[0] === '--version') return runCommand(['version'])
  const [first = 'serve', ...rest] = args[0]?.startsWith('-') ? ['serve', ...args] : args
  if (first === 'help' || args.includes('--help') || args.includes('-h')) {
    const { helpText } = await import('../../app/start/server-help.ts')
    return say(helpText(languageOf(process.env)))
  }
  switch (first) {
    case 'serve':
      return (await import('./serve.ts')).serve(rest)
    case 'backup':
      return (await import('./backup.ts')).backup(rest)
    case 'restore':
      return (await import('./restore.ts')).restore(rest)
    case 'create-owner':
      return (await import('./create-owner.ts')).createOwner(rest)
    case 'doctor':
      return (await import('./doctor.ts')).doctor(rest)
    case 'version':
      return say((await import('../../app/start/version.ts')).version)
    default:
      tellProblem({
        en: `There is no command ${first}. Try: frontdesk help`,
        zh: `没有 ${first} 这个命令。请看：frontdesk help`,
      })
      process.exitCode = 2
  }
}
