// In the visitor's panel: that they are blocked, until when and by whom, and the way out of it; and the way to block them.
import type { VisitorId } from '#protocol'
import type { Block } from '#protocol/block-schemas.ts'
import { ShieldBan } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useApi } from '../../stores/use-api.ts'
import { useBlockWords } from '../../stores/use-block-words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './visitor.module.css'

/** Who blocks what, the journal tells everybody: it is then asked for again. */
export function useBlocksOf(visitor: VisitorId): readonly Block[] {
  const { api } = useDesk().session
  const { isOver } = useBlockWords()
  const changedAt = useClient(({ settingsAt }) => settingsAt)
  const { value, reload } = useApi(useCallback(() => api.blocks.of(visitor), [api, visitor]))
  useEffect(reload, [changedAt, reload])
  return [value?.visitor, value?.address].filter((block) => !!block).filter((block) => !isOver(block))
}

/** Before everything else: what is written to them does not arrive. */
export function BlockedNotes({ blocks }: Readonly<{ blocks: readonly Block[] }>) {
  const { t } = useTranslation('deskBlocks')
  if (blocks.length === 0) return null
  return (
    <section className={styles.blocks} aria-label={t('heading')}>
      {blocks.map((block) => (
        <Blocked key={block.key} block={block} />
      ))}
    </section>
  )
}

export function BlockButton({ blocks }: Readonly<{ blocks: readonly Block[] }>) {
  const { t } = useTranslation('deskBlocks')
  const { workspace } = useDesk()
  return (
    <div className={styles.section}>
      <Button size="small" icon={ShieldBan} onClick={() => workspace.setState({ dialog: 'block' })}>
        {t(blocks.length === 0 ? 'block' : 'change')}
      </Button>
    </div>
  )
}

function Blocked({ block }: Readonly<{ block: Block }>) {
  const { t } = useTranslation('deskBlocks')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const words = useBlockWords()
  const [isEnding, setEnding] = useState(false)
  const end = async (): Promise<void> => {
    setEnding(true)
    const ended = await api.blocks.unblock(block.key)
    setEnding(false)
    if (!ended.ok) showToast({ tone: 'danger', title: t('notUnblocked'), detail: errorText(ended.code) })
  }
  return (
    <div className={styles.blocked}>
      <Icon of={ShieldBan} />
      <div className={styles.who}>
        <p>{block.visitor === 0 ? t('addressBlocked', { network: block.network }) : t('visitorBlocked')}</p>
        <p className={styles.faint}>{t('untilBy', { until: words.until(block), name: words.by(block) })}</p>
        {block.reason !== '' && (
          <p className={styles.reason} dir="auto">
            {block.reason}
          </p>
        )}
      </div>
      {words.mayUnblock(block) && (
        <Button size="small" loading={isEnding} onClick={() => void end()}>
          {t('unblock')}
        </Button>
      )}
    </div>
  )
}
