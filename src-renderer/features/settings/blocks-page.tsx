// Who can no longer write to the desk, and the way to let them in again.
import type { Block } from '#protocol/block-schemas.ts'
import { mayDo } from '#protocol/permissions.ts'
import { CircleCheck, ShieldBan } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useBlockPages } from '../../stores/use-block-pages.ts'
import { useBlockWords } from '../../stores/use-block-words.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { showToast } from '../../ui/toasts.ts'
import { BlockAddressDialog } from './block-address-dialog.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

export function BlocksPage() {
  const { t } = useTranslation('deskBlocks')
  const { role } = useSelf()
  const { blocks, total, code, isMore, reload, more } = useBlockPages()
  const { isOver } = useBlockWords()
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns(reload)
  const standing = blocks?.filter((block) => !isOver(block))
  return (
    <SettingsBody
      title={t('page.title')}
      lead={t('page.lead')}
      actions={
        mayDo(role, 'blocks.lead') ? (
          <Button icon={ShieldBan} onClick={() => setAdding(true)}>
            {t('page.add')}
          </Button>
        ) : undefined
      }
    >
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {standing === undefined && code === undefined && <Skeleton shape="block" width="100%" height="160px" />}
      {standing?.length === 0 && <EmptyState icon={CircleCheck} title={t('page.none')} hint={t('page.noneHint')} />}
      {standing !== undefined && standing.length > 0 && (
        <>
          <Table caption={t('page.title')} columns={columns} rows={standing} rowKey={(block) => block.key} />
          <p className={styles.hint}>{t('page.total', { count: total })}</p>
          {isMore && <Button onClick={more}>{t('page.more')}</Button>}
        </>
      )}
      {isAdding && <BlockAddressDialog onClose={() => setAdding(false)} onDone={reload} />}
    </SettingsBody>
  )
}

function useColumns(reload: () => void): readonly TableColumn<Block, 'who' | 'why' | 'when' | 'action'>[] {
  const { t } = useTranslation('deskBlocks')
  const words = useBlockWords()
  const visitorName = useVisitorName()
  const nameOf = (block: Block): string =>
    block.visitor === 0
      ? t('page.address', { network: block.network })
      : visitorName({ id: block.visitor, name: block.name })
  return [
    {
      id: 'who',
      title: t('page.who'),
      width: '30%',
      cell: (block) => (
        <bdi className={styles.clamped} title={nameOf(block)}>
          {nameOf(block)}
        </bdi>
      ),
    },
    {
      id: 'why',
      title: t('page.why'),
      cell: (block) => (
        <span className={styles.stack}>
          <span className={styles.clamped} dir="auto" title={block.reason}>
            {block.reason}
          </span>
          <span className={styles.hint}>{t('page.by', { name: words.by(block), time: words.since(block) })}</span>
        </span>
      ),
    },
    { id: 'when', title: t('page.when'), width: '20%', cell: (block) => words.until(block) },
    {
      id: 'action',
      title: t('page.action'),
      width: '104px',
      cell: (block) => words.mayUnblock(block) && <Unblock block={block} name={nameOf(block)} onDone={reload} />,
    },
  ]
}

function Unblock({ block, name, onDone }: Readonly<{ block: Block; name: string; onDone: () => void }>) {
  const { t } = useTranslation('deskBlocks')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const [isEnding, setEnding] = useState(false)
  const end = async (): Promise<void> => {
    setEnding(true)
    const ended = await api.blocks.unblock(block.key)
    setEnding(false)
    if (ended.ok) showToast({ title: t('page.unblocked', { name }) })
    else showToast({ tone: 'danger', title: t('notUnblocked'), detail: errorText(ended.code) })
    onDone()
  }
  return (
    <Button size="small" loading={isEnding} aria-label={t('page.unblockWhom', { name })} onClick={() => void end()}>
      {t('unblock')}
    </Button>
  )
}
