// Every finding with its name, what it says to a person and what to do about it. Figures are written for reading: scripts take
// them from `measured`.
import type { Finding } from '../../core/doctor/finding.ts'
import type { DoctorCheck } from '../../protocol/doctor-report.ts'
import type { BilingualText } from '../start/bilingual-text.ts'
import { diskWords, spaceWords } from './disk-words.ts'
import type { Said, SaidWhere } from './said.ts'
import { loadWords } from './load-words.ts'
import { clockWords, filesWords, memoryWords, portWords, processorWords } from './machine-words.ts'

const names: Readonly<Record<Finding['id'], BilingualText>> = {
  files: { en: 'Open files', zh: '打开文件数' },
  disk: { en: 'Disk', zh: '磁盘' },
  space: { en: 'Free space', zh: '剩余空间' },
  port: { en: 'Port', zh: '端口' },
  clock: { en: 'Clock', zh: '时钟' },
  memory: { en: 'Memory', zh: '内存' },
  processor: { en: 'Processor', zh: '处理器' },
  load: { en: 'Visitors at once', zh: '同时接待的访客' },
}

const wordsOf = (finding: Finding, folder: string, where: SaidWhere): Said => {
  switch (finding.id) {
    case 'files':
      return filesWords(finding, where)
    case 'disk':
      return diskWords(finding, folder, where)
    case 'space':
      return spaceWords(finding)
    case 'port':
      return portWords(finding, where)
    case 'clock':
      return clockWords(finding)
    case 'memory':
      return memoryWords(finding)
    case 'processor':
      return processorWords(finding)
    case 'load':
      return loadWords(finding, where)
    default:
      return finding satisfies never
  }
}

export const inWords = (finding: Finding, folder: string, where: SaidWhere): DoctorCheck => {
  const [says, advice = null, figure = null] = wordsOf(finding, folder, where)
  return { ...finding, name: names[finding.id], figure, says, advice }
}
