// What may be done with the picked conversations, over the foot of the list while any are picked or an order is under way.
import { ArrowRightLeft, Check, X } from 'lucide-react'
import type { ConversationId } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './bulk.module.css'

export function BulkBar({ ids }: Readonly<{ ids: readonly ConversationId[] }>) {
  const { t } = useTranslation('deskBulk')
  const { actions, workspace, selection, bulk } = useDesk()
  const format = useFormat()
  const picked = useStore(selection, (state) => state.picked)
  const progress = useStore(bulk, (state) => state.progress)
  if (progress)
    return (
      <div role="status" className={styles.bar}>
        <span className={styles.words}>
          {t('progress', { done: format.number(progress.done), total: format.number(progress.total) })}
        </span>
        <div className={styles.progress}>
          <Progress hideLabel label={t('working')} share={progress.done / progress.total} />
        </div>
      </div>
    )
  if (picked.size === 0) return null
  const chosen = ids.filter((id) => picked.has(id))
  return (
    <div role="toolbar" aria-label={t('bar')} className={styles.bar}>
      <span role="status" className={styles.words}>
        {t('picked', { count: chosen.length })}
      </span>
      <Button size="small" icon={ArrowRightLeft} onClick={() => workspace.setState({ dialog: 'bulkMove' })}>
        {t('action.move')}
      </Button>
      <Button size="small" icon={Check} onClick={() => actions.closeMany(chosen, 'resolved')}>
        {t('action.close')}
      </Button>
      <IconButton size="small" icon={X} label={t('action.clear')} keys="Escape" onClick={() => selection.clear()} />
    </div>
  )
}
