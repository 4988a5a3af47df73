// The self-load: a server of its own on the data folder's disk, a crowd that grows, and the highest number of visitors that were
// served in time. Touches nothing of the office, and whatever happens leaves nothing behind.
import {
  endOfClimb,
  judgeLoad,
  nextVisitors,
  type LoadSituation,
  type LoadStep,
} from '../../../core/doctor/load-ladder.ts'
import type { LoadEnd, LoadFinding } from '../../../core/doctor/finding.ts'
import type { DoctorProgress } from '../../../protocol/doctor-report.ts'
import { limits } from '../../../protocol/index.ts'
import { makeScratchFolder, removeScratchFolder } from '../../../adapters/system/scratch-folder.ts'
import { createLoadCrowd } from './load-crowd.ts'
import { measureStep, stepTimes } from './measure-step.ts'
import type { LoadOffice, OpenLoadOffice } from './office-messages.ts'

export type SelfLoadOptions = {
  readonly dataDir: string
  readonly openOffice: OpenLoadOffice
  readonly loadMs: number
  /** How many files this process may have open; null for any number. */
  readonly allowedFiles: number | null
  readonly situation: LoadSituation
  readonly progress: (progress: DoctorProgress) => void
  /** Aborted: it ends at once with what it has. */
  readonly signal: AbortSignal
}

/** A step in whole, and the end of everything after the last. */
const STEP_TAKES_MS = stepTimes.warmUpMs + stepTimes.stepMs + stepTimes.settleMs

/** Visitors that one process can hold: each is a socket, and their agents are some more. */
const ceilingOf = (allowedFiles: number | null): number => {
  const visitorsAndAgents = (allowedFiles ?? Infinity) - limits.doctorOwnFiles
  const visitors = Math.min(limits.doctorMaxVisitors, visitorsAndAgents / (1 + 1 / limits.doctorVisitorsPerAgent))
  const { doctorFewestVisitors } = limits
  return Math.max(doctorFewestVisitors, Math.floor(visitors / doctorFewestVisitors) * doctorFewestVisitors)
}

/** What one more visitor has cost to connect, to tell who can still be connected in the time that is left. */
const createReach = (
  endAtMs: number,
): { opened(count: number, tookMs: number): void; from(visitors: number): number } => {
  let msPerVisitor = 0
  return {
    opened: (count, tookMs) => {
      // The dearest so far: whoever comes later has more colleagues to be told of.
      if (count > 0) msPerVisitor = Math.max(msPerVisitor, tookMs / count)
    },
    from(visitors) {
      const leftMs = endAtMs - performance.now() - STEP_TAKES_MS
      if (leftMs < 0) return 0
      return msPerVisitor === 0 ? Infinity : visitors + Math.floor(leftMs / msPerVisitor)
    },
  }
}

const climb = async (office: LoadOffice, options: SelfLoadOptions, startedAtMs: number): Promise<LoadFinding> => {
  const { loadMs, progress, situation, signal } = options
  const ceiling = office.visitors.length
  const reach = createReach(startedAtMs + loadMs)
  const leftMs = Math.max(0, Math.round(startedAtMs + loadMs - performance.now()))
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(leftMs)])
  const crowd = createLoadCrowd(office)
  const steps: LoadStep[] = []
  let endedBy: LoadEnd | undefined
  const next = (): number | undefined => nextVisitors(steps, ceiling, reach.from(steps.at(-1)?.visitors ?? 0))
  try {
    for (let visitors = next(); visitors !== undefined; visitors = next()) {
      const beginsAtMs = performance.now()
      progress({
        share: Math.min(1, (beginsAtMs - startedAtMs) / loadMs),
        visitors,
        p99Ms: steps.at(-1)?.p99Ms ?? null,
      })
      // The first is measured in whole, however late it began: no number at all would help nobody.
      const until = steps.length === 0 ? signal : deadline
      const allThere = await crowd.resize(visitors, until)
      if (until.aborted) break
      if (!allThere) {
        endedBy = 'connections'
        break
      }
      reach.opened(visitors - (steps.at(-1)?.visitors ?? 0), performance.now() - beginsAtMs)
      const step = await measureStep({ crowd, visitors, stepNumber: steps.length, signal: until, times: stepTimes })
      // Cut short, it says nothing.
      if (until.aborted) break
      steps.push(step)
    }
  } finally {
    crowd.close()
  }
  return judgeLoad(steps, endedBy ?? endOfClimb(steps, ceiling), situation)
}

export const runSelfLoad = async (options: SelfLoadOptions): Promise<LoadFinding> => {
  const startedAtMs = performance.now()
  options.progress({ share: 0, visitors: 0, p99Ms: null })
  const folder = makeScratchFolder(options.dataDir, limits.doctorScratchIsOldMs)
  try {
    const process = options.openOffice({
      folder,
      visitors: ceilingOf(options.allowedFiles),
      prepareMs: Math.round(Math.min(limits.doctorPrepareMs, options.loadMs / 4)),
    })
    const aborted = new Promise<undefined>((resolve) =>
      options.signal.addEventListener('abort', () => resolve(undefined), { once: true }),
    )
    try {
      const office = options.signal.aborted ? undefined : await Promise.race([process.ready, aborted])
      if (!office || options.signal.aborted) return judgeLoad([], null, options.situation)
      return await climb(office, options, startedAtMs)
    } finally {
      await process.end()
    }
  } finally {
    removeScratchFolder(folder)
  }
}
