// The quick replies that were found, as a list that stays quick with ten thousand of them: only what is seen is drawn.
import { EVERYONE } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Copy, Ellipsis, Paperclip, Pencil, Share2, UserRound } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../stores/replies/reply-search.ts'
import { Icon } from '../../../ui/icon.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import styles from './replies.module.css'

type ReplyTableProps = Readonly<{
  rows: readonly Reply[]
  groups: readonly GroupRow[]
  mayWrite: boolean
  mayShare: boolean
  onOpen: (row: Reply) => void
  onCopy: (row: Reply, shared: boolean) => void
}>

const ROW_HEIGHT = 56

export function ReplyTable(props: ReplyTableProps) {
  const { rows } = props
  const { t } = useTranslation('deskReplies')
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- known to be unfit for memoization by a compiler; none runs here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul aria-label={t('title')} className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <li
                key={key}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row {...props} row={row} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function Row({ row, groups, mayWrite, mayShare, onOpen, onCopy }: ReplyTableProps & Readonly<{ row: Reply }>) {
  const { t } = useTranslation('deskReplies')
  const group = row.group === EVERYONE ? undefined : groups.find(({ id }) => id === row.group)
  const isOwn = row.owner !== 0
  return (
    <>
      <button type="button" className={styles.rowMain} onClick={() => onOpen(row)}>
        <span className={styles.rowHead}>
          <span className="spoken">{t(mayWrite ? 'edit' : 'read', { title: row.title })}</span>
          <bdi aria-hidden className={styles.rowTitle}>
            {row.title}
          </bdi>
          {row.shortcut !== '' && <bdi className={styles.shortcut}>/{row.shortcut}</bdi>}
          {row.file && <Icon of={Paperclip} className={styles.sign} />}
        </span>
        <span className={styles.rowLine}>{row.text === '' ? row.file?.name : row.text}</span>
      </button>
      <span className={styles.rowTags}>
        {group && <bdi className={styles.badge}>{t('onlyFor', { group: group.name })}</bdi>}
        {row.folder !== '' && <bdi className={styles.badge}>{row.folder}</bdi>}
      </span>
      <Menu align="end" trigger={<IconButton size="small" icon={Ellipsis} label={t('more', { title: row.title })} />}>
        {mayWrite && (
          <>
            <MenuItem icon={Pencil} onSelect={() => onOpen(row)}>
              {t('change')}
            </MenuItem>
            <MenuItem icon={Copy} onSelect={() => onCopy(row, !isOwn)}>
              {t('duplicate')}
            </MenuItem>
          </>
        )}
        {!isOwn && (
          <MenuItem icon={UserRound} onSelect={() => onCopy(row, false)}>
            {t('copyToMine')}
          </MenuItem>
        )}
        {isOwn && mayShare && (
          <MenuItem icon={Share2} onSelect={() => onCopy(row, true)}>
            {t('share')}
          </MenuItem>
        )}
      </Menu>
    </>
  )
}
