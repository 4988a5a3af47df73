// Where no quick reply is yet: how to get the first ones.
import { limits } from '#protocol'
import { Plus, MessageSquareReply } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useErrorText } from '../../../stores/error-text.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { showToast } from '../../../ui/toasts.ts'
import styles from './replies.module.css'
import { startersIn } from './reply-starters.ts'

type NoRepliesProps = Readonly<{ shared: boolean; mayWrite: boolean; onAdd: () => void }>

export function NoReplies({ shared, mayWrite, onAdd }: NoRepliesProps) {
  const { t, i18n } = useTranslation('deskReplies')
  const { session, replies } = useDesk()
  const format = useFormat()
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const starters = startersIn(i18n.language).slice(0, limits.maxRepliesPerImport)
  const begin = async (): Promise<void> => {
    setBusy(true)
    const done = await session.api.replies.import(starters.map((starter) => ({ shared, ...starter })))
    await replies.reload()
    setBusy(false)
    if (!done.ok) showToast({ tone: 'danger', title: errorText(done.code) })
  }
  return (
    <EmptyState
      icon={MessageSquareReply}
      title={t(shared ? 'empty.shared' : 'empty.own')}
      hint={mayWrite ? t('empty.hint') : t('empty.sharedHint')}
      action={
        mayWrite && (
          <div className={styles.actions}>
            <Button loading={isBusy} onClick={() => void begin()}>
              {t('empty.starters', { count: starters.length, shown: format.number(starters.length) })}
            </Button>
            <Button icon={Plus} onClick={onAdd}>
              {t('add')}
            </Button>
          </div>
        )
      }
    />
  )
}
