import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import {
  judgeClock,
  judgeDisk,
  judgeFiles,
  judgeMemory,
  judgePort,
  judgeProcessor,
  judgeSpace,
} from './judge-machine.ts'

const MB = 1024 * 1024
const enoughFiles = limits.maxConnections + limits.spareHttpSockets + limits.doctorOwnFiles
const disk = (medianMs: number, p99Ms: number, medium: 'disk' | 'memory' | 'network' = 'disk') =>
  judgeDisk({ kind: 'measured', medium, writes: 200, medianMs, p99Ms })
const clock = (more: Partial<Parameters<typeof judgeClock>[0]>) =>
  judgeClock({ nowMs: Date.UTC(2026, 5, 1), steppedMs: 0, watchedMs: 1_000, folderAheadMs: 3, dataAheadMs: 0, ...more })

describe('[D9.24] the judgement of a machine', () => {
  it.each([
    ['no limit', judgeFiles(null, 10_000), 'ok', 'unlimited'],
    ['just enough files', judgeFiles(enoughFiles, limits.maxConnections), 'ok', 'enough'],
    ['one file too few', judgeFiles(enoughFiles - 1, limits.maxConnections), 'warning', 'few'],
    ['enough for the few that --max-conn lets in', judgeFiles(8_192, 2_000), 'ok', 'enough'],
    ['the limit of an old shell', judgeFiles(256, limits.maxConnections), 'problem', 'very_few'],
    ['an SSD', disk(0.1, 0.6), 'ok', 'fast'],
    ['a turning disk', disk(8, 40), 'warning', 'slow'],
    ['a busy turning disk', disk(12, 140), 'problem', 'too_slow'],
    ['a RAM disk', disk(0.4, 0.6, 'memory'), 'warning', 'memory'],
    ['a disk that only says so', disk(0.002, 0.01), 'warning', 'memory'],
    ['a share in the network', disk(0.5, 2, 'network'), 'problem', 'network'],
    ['a folder of somebody else', judgeDisk({ kind: 'unwritable', reason: 'EACCES' }), 'problem', 'unwritable'],
    ['an empty disk', judgeSpace(limits.doctorLittleDiskBytes), 'ok', 'enough'],
    ['a fuller disk', judgeSpace(limits.doctorLittleDiskBytes - 1), 'warning', 'little'],
    ['a disk that takes no files', judgeSpace(limits.minFreeDiskForFilesBytes - 1), 'problem', 'too_little'],
    ['a free port', judgePort('free', '127.0.0.1', 8000), 'ok', 'free'],
    ['our own port', judgePort('ours', '127.0.0.1', 8000), 'ok', 'ours'],
    ['any port', judgePort('any', '127.0.0.1', 0), 'ok', 'any'],
    ['a taken port', judgePort('taken', '127.0.0.1', 8000), 'problem', 'taken'],
    ['a port for root alone', judgePort('forbidden', '127.0.0.1', 80), 'problem', 'forbidden'],
    ['a strange address', judgePort('no_address', '10.9.9.9', 8000), 'problem', 'no_address'],
    ['a good clock', clock({}), 'ok', 'steady'],
    ['a clock set back', clock({ steppedMs: -limits.doctorClockStepMs - 1 }), 'warning', 'jumped'],
    ['a flat battery', clock({ nowMs: 0 }), 'problem', 'before_its_time'],
    ['data from tomorrow', clock({ dataAheadMs: limits.doctorClockOffMs + 1 }), 'problem', 'behind_data'],
    ['another machine’s disk', clock({ folderAheadMs: -90_000 }), 'warning', 'folder_differs'],
    ['a folder that could not be asked', clock({ folderAheadMs: null }), 'ok', 'steady'],
    ['memory enough', judgeMemory(512 * MB, 2_048 * MB), 'ok', 'enough'],
    ['little memory', judgeMemory(511 * MB, 2_048 * MB), 'warning', 'little'],
    ['hardly any memory', judgeMemory(100 * MB, 512 * MB), 'problem', 'too_little'],
    ['two cores', judgeProcessor(2), 'ok', 'enough'],
    ['one core', judgeProcessor(1), 'warning', 'one'],
  ])('%s', (_, finding, state, verdict) => {
    expect([finding.state, finding.verdict]).toEqual([state, verdict])
  })
})
