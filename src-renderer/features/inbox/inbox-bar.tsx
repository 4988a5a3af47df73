// Over the list: the order it stands in, the filter, and one chip for each of the filter's terms.
import { ArrowDownWideNarrow, Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useWorkspace } from '../../stores/desk.ts'
import { termKey, termsOf, toggleTerm, withoutTerms, type InboxSort } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { changeQuery, shownQuery } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { FilterPicker } from './filter-picker.tsx'
import { ViewsMenu } from './views-menu.tsx'
import { termIcons, useTermWords } from './use-term-words.ts'
import styles from './filter.module.css'

/** Where the usual order is by waiting already, nobody needs it twice. */
const sortsOf: Readonly<Record<InboxView, readonly InboxSort[]>> = {
  mine: ['usual', 'due', 'newest', 'oldest'],
  queue: ['usual', 'due', 'waiting', 'newest', 'oldest'],
  groups: ['usual', 'due', 'newest', 'oldest'],
  open: ['usual', 'due', 'newest', 'oldest'],
  closed: ['usual', 'oldest'],
}

export function InboxBar({ view, found }: Readonly<{ view: InboxView; found: number }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace } = useDesk()
  const query = useWorkspace(shownQuery)
  const words = useTermWords()
  const terms = termsOf(query)
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <SortMenu view={view} sort={query.sort} />
        <span className={styles.spring} />
        <FilterPicker view={view} />
        <ViewsMenu />
      </div>
      {terms.length > 0 && (
        <div role="group" aria-label={t('filter.active')} className={styles.chips}>
          {terms.map((term) => (
            <button
              key={termKey(term)}
              type="button"
              className={styles.chip}
              aria-label={t('filter.remove', { term: `${t(`filter.kind.${term.kind}`)} ${words(term)}` })}
              title={`${t(`filter.kind.${term.kind}`)} · ${words(term)}`}
              onClick={() => changeQuery(workspace, (before) => toggleTerm(before, term))}
            >
              <Icon of={termIcons[term.kind]} className={styles.chipSign} />
              <bdi className={styles.chipWord}>{words(term)}</bdi>
              <Icon of={X} className={styles.cross} />
            </button>
          ))}
          {terms.length > 1 && (
            <Button variant="quiet" size="small" onClick={() => changeQuery(workspace, withoutTerms)}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      )}
      <p role="status" className="spoken">
        {terms.length > 0 && t('filter.found', { count: found })}
      </p>
    </div>
  )
}

function SortMenu({ view, sort }: Readonly<{ view: InboxView; sort: InboxSort }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace, signals } = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => signals.on('openSort', () => setOpen(true)), [signals])
  const word = (one: InboxSort): string =>
    one !== 'usual'
      ? t(`sort.${one}`)
      : view === 'queue'
        ? t('sort.served')
        : t(view === 'closed' ? 'sort.newest' : 'sort.waiting')
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.sort} aria-keyshortcuts="O" title={t('sort.title')}>
          <Icon of={ArrowDownWideNarrow} />
          <span className="spoken">{t('sort.title')}: </span>
          <span className="truncate">{word(sort)}</span>
        </button>
      }
    >
      {sortsOf[view].map((one) => (
        <MenuItem
          key={one}
          mark={<span className={styles.tick}>{one === sort && <Icon of={Check} />}</span>}
          onSelect={() => changeQuery(workspace, (before) => ({ ...before, sort: one }))}
        >
          {word(one)}
        </MenuItem>
      ))}
    </Menu>
  )
}
