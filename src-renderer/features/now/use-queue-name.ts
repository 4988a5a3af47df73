// What a queue is called: its group's name, everyone's, or that its group is gone.
import { EVERYONE } from '#protocol'
import type { NowQueue } from '#protocol/now-schemas.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

export function useQueueName(): (queue: Pick<NowQueue, 'group' | 'name'>) => string {
  const { t } = useTranslation('deskNow')
  return useCallback(({ group, name }) => (group === EVERYONE ? t('everyone') : name || t('deleted')), [t])
}
