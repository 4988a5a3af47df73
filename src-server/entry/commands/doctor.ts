// `frontdesk doctor`: is this machine fit for a desk, and how many visitors can it serve. Exit code 1 when something has to be
// put right.
import { forkLoadOffice } from '../../app/doctor/self-load/fork-load-office.ts'
import { runDoctor } from '../../app/doctor/run-doctor.ts'
import { languageOf, type Language } from '../../app/start/bilingual-text.ts'
import type { DoctorCheck, DoctorProgress, DoctorReport, DoctorState } from '../../protocol/doctor-report.ts'
import { msText, countText } from '../../app/doctor/figure-text.ts'
import { parseDoctorOptions } from './doctor-options.ts'
import { refuse, refuseFor } from './refuse.ts'
import { say, tell } from './terminal.ts'

const signs: Readonly<Record<DoctorState, Readonly<Record<Language, string>>>> = {
  ok: { en: 'ok     ', zh: '正常' },
  warning: { en: 'look   ', zh: '注意' },
  problem: { en: 'PROBLEM', zh: '问题' },
}

const checkText = ({ state, name, figure, says, advice }: DoctorCheck, language: Language): string => {
  const colon = { en: ': ', zh: '：' }[language]
  const sign = signs[state][language]
  const stop = { en: '. ', zh: '。' }[language]
  const about = figure === null ? '' : `${figure[language]}${stop}`
  const line = `  ${sign}  ${name[language]}${colon}${about}${says[language]}`
  return advice === null ? line : `${line}\n${' '.repeat(language === 'zh' ? 8 : 4 + sign.length)}${advice[language]}`
}

const verdictText = ({ checks }: DoctorReport, language: Language): string => {
  const count = (state: DoctorState): number => checks.filter((check) => check.state === state).length
  const [problems, warnings] = [count('problem'), count('warning')]
  if (problems + warnings === 0) return { en: 'All is well.', zh: '一切正常。' }[language]
  return {
    en: `To put right: ${problems}. To look at: ${warnings}.`,
    zh: `需要处理 ${problems} 项，需要注意 ${warnings} 项。`,
  }[language]
}

const tellProgress = ({ visitors, p99Ms }: DoctorProgress): void => {
  if (visitors === 0)
    return tell({ en: '  … self-load: making an office to try', zh: '  … 自测：正在准备测试用的前台' })
  const before =
    p99Ms === null ? { en: '', zh: '' } : { en: ` (before: ${msText(p99Ms)})`, zh: `（上一步 ${msText(p99Ms)}）` }
  tell({
    en: `  … self-load: ${countText(visitors)} visitors${before.en}`,
    zh: `  … 自测：${countText(visitors)} 位访客${before.zh}`,
  })
}

/** Aborted by the first signal; a second one does not wait any longer. */
const abortOnSignals = (): AbortSignal => {
  const abort = new AbortController()
  const onSignal = (): void => {
    if (abort.signal.aborted) process.exit(1)
    abort.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  return abort.signal
}

export const doctor = async (args: readonly string[]): Promise<void> => {
  const parsed = parseDoctorOptions(args)
  if (!parsed.ok) return refuse(parsed.problem)
  const { config, json, loadMs } = parsed.value
  const language = languageOf(process.env)
  const signal = abortOnSignals()
  if (!json) tell({ en: `Frontdesk doctor. Data: ${config.dataDir}`, zh: `Frontdesk 体检。数据：${config.dataDir}` })
  try {
    const report = await runDoctor({
      config,
      load: loadMs === 0 ? undefined : { openOffice: forkLoadOffice, loadMs },
      checked: (check) => !json && say(checkText(check, language)),
      progress: (progress) => !json && tellProgress(progress),
      signal,
      where: 'terminal',
    })
    if (signal.aborted) return refuse({ en: 'Broken off; nothing was left behind.', zh: '已中断，没有留下任何东西。' })
    say(json ? JSON.stringify(report, undefined, 2) : verdictText(report, language))
    process.exitCode = report.state === 'problem' ? 1 : 0
  } catch (error) {
    refuseFor(error)
  }
}
