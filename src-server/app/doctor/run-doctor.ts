// The whole checkup: the machine first, the self-load after it, in words and figures.
import type { Finding } from '../../core/doctor/finding.ts'
import { judgeLoad } from '../../core/doctor/load-ladder.ts'
import type { DoctorCheck, DoctorProgress, DoctorReport } from '../../protocol/doctor-report.ts'
import type { ServerConfig } from '../start/server-config.ts'
import { version } from '../start/version.ts'
import { checkMachine } from './check-machine.ts'
import { inWords } from './finding-words.ts'
import type { SaidWhere } from './said.ts'
import type { OpenLoadOffice } from './self-load/office-messages.ts'
import { runSelfLoad } from './self-load/run-self-load.ts'

export type DoctorOptions = {
  readonly config: ServerConfig
  /** Undefined: no self-load. */
  readonly load: { readonly openOffice: OpenLoadOffice; readonly loadMs: number } | undefined
  readonly checked: (check: DoctorCheck) => void
  readonly progress: (progress: DoctorProgress) => void
  readonly signal: AbortSignal
  /** Where its words are read. */
  readonly where: SaidWhere
}

const worst = (checks: readonly DoctorCheck[]): DoctorReport['state'] => {
  const states = new Set(checks.map(({ state }) => state))
  return states.has('problem') ? 'problem' : states.has('warning') ? 'warning' : 'ok'
}

/** Aborted, it ends soon, with what it has found by then. */
export const runDoctor = async (options: DoctorOptions): Promise<DoctorReport> => {
  const { config, load, checked, progress, signal, where } = options
  const checks: DoctorCheck[] = []
  const found = (finding: Finding): void => {
    const check = inWords(finding, config.dataDir, where)
    checks.push(check)
    checked(check)
  }
  const findings: Finding[] = []
  for await (const finding of checkMachine(config)) {
    findings.push(finding)
    found(finding)
    if (signal.aborted) break
  }
  const has = (id: Finding['id'], verdict: Finding['verdict']): boolean =>
    findings.some((finding) => finding.id === id && finding.verdict === verdict)
  if (load && !signal.aborted) {
    const { dataDir, maxConnections } = config
    const situation = { maxConnections, besideDesk: has('port', 'ours') }
    const files = findings.find((finding) => finding.id === 'files')
    const allowedFiles = files?.measured.allowed ?? null
    // Without a place to write, and into the last of the disk, nothing is loaded.
    if (has('disk', 'unwritable') || has('space', 'too_little')) found(judgeLoad([], null, situation))
    else found(await runSelfLoad({ ...load, dataDir, allowedFiles, situation, progress, signal }))
  }
  return { version, dataFolder: config.dataDir, state: worst(checks), checks }
}
