// What to filter by: type a few letters, Enter puts a term in or takes it out, and the list beside it follows at once.
import { Check, ListFilter, Search } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk, useWorkspace } from '../../stores/desk.ts'
import { fuzzyScore, searchable } from '../../stores/fuzzy-search.ts'
import { hasTerm, termKey, termsOf, toggleTerm, type FilterTerm } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { useReadings } from '../../stores/use-readings.ts'
import { changeQuery, shownQuery } from '../../stores/workspace-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import type { Facet } from './filter-facets.ts'
import { useFacets } from './use-inbox.ts'
import { termIcons, useTermWords } from './use-term-words.ts'
import styles from './filter.module.css'

const kinds = ['tag', 'group', 'agent', 'intent', 'wait'] as const
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
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)

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
  const chosen = shown[Math.min(at, shown.length - 1)]
  const chosenKey = chosen && termKey(chosen.term)
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenKey])

  const toggle = (term: FilterTerm): void => changeQuery(workspace, (before) => toggleTerm(before, term))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || shown.length === 0) return
    if (event.key === 'ArrowDown') setAt((at + 1) % shown.length)
    else if (event.key === 'ArrowUp') setAt((at + shown.length - 1) % shown.length)
    else if (event.key === 'Enter' && chosen) toggle(chosen.term)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.picker}>
      <div className={styles.field}>
        <Icon of={Search} className={styles.glass} />
        <input
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosenKey === undefined ? undefined : `${id}-${chosenKey}`}
          aria-autocomplete="list"
          aria-label={t('filter.find')}
          placeholder={t('filter.find')}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className={styles.input}
        />
      </div>
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
                  data-active={key === chosenKey || undefined}
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
