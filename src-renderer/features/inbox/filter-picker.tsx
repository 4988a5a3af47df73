// What to filter by: type a few letters, Enter puts a term in or takes it out, and the list beside it follows at once.
import { Check, ListFilter } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk, useWorkspace } from '../../stores/desk.ts'
import { fuzzyScore, searchable } from '../../stores/fuzzy-search.ts'
import { hasTerm, termKey, termsOf, toggleTerm, type FilterTerm } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { useReadings } from '../../stores/use-readings.ts'
import { changeQuery, shownQuery } from '../../stores/workspace-store.ts'
import { FinderField } from '../../ui/finder-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useActiveRow } from '../../ui/use-active-row.ts'
import type { Facet } from './filter-facets.ts'
import { useFacets } from './use-inbox.ts'
import { termIcons, useTermWords } from './use-term-words.ts'
import styles from './filter.module.css'

const kinds = ['state', 'tag', 'group', 'agent', 'intent', 'wait'] as const
/** Of one kind; the rest is found by typing. */
const mostShown = 8

export function FilterPicker({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskInbox')
  const { signals } = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => signals.on('openFilter', () => setOpen(true)), [signals])
  return (
    <Popover
      align="end"
      open={open}
      onOpenChange={setOpen}
      label={t('filter.title')}
      trigger={<IconButton size="small" icon={ListFilter} label={t('filter.title')} keys="F" />}
    >
      <Picker view={view} />
    </Popover>
  )
}

function Picker({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace } = useDesk()
  const format = useFormat()
  const query = useWorkspace(shownQuery)
  const words = useTermWords()
  const readings = useReadings()
  const facets = useFacets(view)
  const id = useId()
  const [typed, setTyped] = useState('')

  // What is chosen and fits nothing any more can still be taken out.
  const all: readonly Facet[] = [
    ...facets,
    ...termsOf(query)
      .filter((term) => !facets.some((facet) => termKey(facet.term) === termKey(term)))
      .map((term) => ({ term, count: 0 })),
  ]
  const sections = kinds
    .map((kind) => ({
      kind,
      facets: all
        .filter(({ term }) => term.kind === kind && fuzzyScore(typed, [searchable(words(term), readings)]) > 0)
        .slice(0, typed === '' ? mostShown : 50),
    }))
    .filter((section) => section.facets.length > 0)
  const shown = sections.flatMap((section) => section.facets)
  const toggle = (term: FilterTerm): void => changeQuery(workspace, (before) => toggleTerm(before, term))
  const { activeKey, list, reset, onKeyDown } = useActiveRow(
    shown,
    ({ term }) => termKey(term),
    ({ term }) => toggle(term),
  )
  return (
    <div className={styles.picker}>
      <FinderField
        label={t('filter.find')}
        listId={`${id}-list`}
        activeId={activeKey && `${id}-${activeKey}`}
        value={typed}
        onValueChange={(text) => {
          setTyped(text)
          reset()
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 && (
        <p role="status" className={styles.none}>
          {t('filter.none')}
        </p>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable
        aria-label={t('filter.title')}
        className={styles.list}
      >
        {sections.map(({ kind, facets: ofKind }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-kind-${kind}`}>
            <div id={`${id}-kind-${kind}`} role="presentation" className={styles.heading}>
              {t(`filter.kind.${kind}`)}
            </div>
            {ofKind.map(({ term, count }) => {
              const key = termKey(term)
              const isIn = hasTerm(query, term)
              return (
                // The keyboard is in the field above, which names this row as its active one.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
                <div
                  key={key}
                  id={`${id}-${key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={isIn}
                  data-active={key === activeKey || undefined}
                  className={styles.option}
                  onClick={() => toggle(term)}
                >
                  <Icon of={termIcons[kind]} className={styles.sign} />
                  <bdi className={styles.word}>{words(term)}</bdi>
                  <span className={styles.count}>{format.number(count)}</span>
                  <span className={styles.tick}>{isIn && <Icon of={Check} />}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
