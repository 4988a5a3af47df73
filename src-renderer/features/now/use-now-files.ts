// Saves what the page shows as files for spreadsheets.
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { csvText } from '../../platform/csv.ts'
import { saveText } from '../../platform/save-text.ts'
import { agentRows, figureRows, historyRows, queueRows, type FileRows } from './now-rows.ts'
import { useQueueName } from './use-queue-name.ts'

/** 2026-11-24 14.05.12, by the reader's clock: sorts by name, and every system takes it. */
const stampOf = (at: number): string => new Date(at).toLocaleString('sv').replaceAll(':', '.')

export type NowFiles = Readonly<Record<'saveFigures' | 'saveQueues' | 'saveAgents' | 'saveHistory', () => void>>

export function useNowFiles(answer: NowAnswer): NowFiles {
  const { t } = useTranslation(['deskNow', 'ui'])
  const nameOf = useQueueName()
  const save = (what: string, rows: FileRows): void =>
    saveText(`${what} ${stampOf(answer.at)}.csv`, 'text/csv', csvText(rows))
  return {
    saveFigures: () => save(t('title'), figureRows(t, answer)),
    saveQueues: () => save(t('queues.title'), queueRows(t, answer, nameOf)),
    saveAgents: () => save(t('agents.title'), agentRows(t, answer)),
    saveHistory: () => save(t('history.title'), historyRows(t, answer)),
  }
}
