// Everything anybody wrote, found as one types: the field, what narrows it down, and what was found.
import { limits, NO_OFFSET } from '#protocol'
import { RefreshCw, Search as SearchIcon, SearchX, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HitList } from './hit-list.tsx'
import { SearchFailed } from './search-failed.tsx'
import { SearchFilters } from './search-filters.tsx'
import { useHitKeys } from './use-hit-keys.ts'
import styles from './search.module.css'

/** Fewer than this are written every few seconds in a busy office, and read in as quickly. */
const behindWorthSaying = 500

export function SearchPage() {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const { state, typed, groups, people, failedBefore } = useStore(search)
  const page = useRef<HTMLElement>(null)
  const { toFirst } = useHitKeys(page)
  const hasFound = groups.length + people.length > 0
  return (
    <main className={styles.page} ref={page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <SearchField onDown={toFirst} />
        <SearchFilters />
        <SearchStatus />
      </div>
      <div className={styles.body}>
        {state === 'failed' && failedBefore === NO_OFFSET && <SearchFailed />}
        {state === 'idle' ? (
          <EmptyState
            icon={SearchIcon}
            title={t('idle.title')}
            hint={
              <Trans
                t={t}
                i18nKey="idle.hint"
                components={{ down: <Kbd keys="ArrowDown" />, open: <Kbd keys="Enter" /> }}
              />
            }
          />
        ) : hasFound ? (
          <HitList scroller={page} />
        ) : state === 'searching' || state === 'more' ? (
          <LoadingHits />
        ) : state === 'found' ? (
          <NothingFound typed={typed} />
        ) : null}
      </div>
    </main>
  )
}

/** The next letter replaces what is there. */
function takeUp(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

function SearchField({ onDown }: Readonly<{ onDown: () => void }>) {
  const { t } = useTranslation('deskSearch')
  const { search, signals } = useDesk()
  const typed = useStore(search, (held) => held.typed)
  const field = useRef<HTMLInputElement>(null)
  const isComposing = useRef(false)
  useLayoutEffect(() => {
    // Who comes back from a hit goes on there.
    if (search.getState().opened === NO_OFFSET) takeUp(field.current)
  }, [search])
  useEffect(() => signals.on('focusSearch', () => takeUp(field.current)), [signals])
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      search.type('')
    }
  }
  return (
    <TextField
      ref={field}
      label={t('field')}
      hideLabel
      type="search"
      icon={SearchIcon}
      placeholder={t('placeholder')}
      value={typed}
      maxLength={limits.maxSearchLength}
      autoComplete="off"
      spellCheck={false}
      onValueChange={(value) => search.type(value, isComposing.current)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        search.type(event.currentTarget.value)
      }}
      onKeyDown={press}
      suffix={
        typed === '' ? undefined : (
          <IconButton
            size="small"
            label={t('clear')}
            icon={X}
            onClick={() => {
              search.type('')
              field.current?.focus()
            }}
          />
        )
      }
    />
  )
}

/** How much there is, and what of the newest cannot be found yet. */
function SearchStatus() {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const format = useFormat()
  const { state, groups, next, behind } = useStore(search)
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const words =
    state === 'searching'
      ? t('searching')
      : count === 0
        ? ''
        : t(next === NO_OFFSET ? 'count' : 'newest', { count, shown: format.number(count) })
  return (
    <div className={styles.status}>
      <p role="status">{words}</p>
      {behind >= behindWorthSaying && (
        <p className={styles.behind}>{t('behind', { count: behind, shown: format.number(behind) })}</p>
      )}
    </div>
  )
}

function NothingFound({ typed }: Readonly<{ typed: string }>) {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const { filters, behind } = useStore(search)
  const isNarrow = Object.keys(filters).length > 0
  return (
    <EmptyState
      icon={SearchX}
      title={t('nothing.title', { typed: typed.trim() })}
      hint={t(isNarrow ? 'nothing.narrow' : behind > 0 ? 'nothing.behind' : 'nothing.hint')}
      action={
        behind > 0 && (
          <Button icon={RefreshCw} onClick={search.again}>
            {t('again')}
          </Button>
        )
      }
    />
  )
}

function LoadingHits() {
  const { t } = useTranslation('deskShell')
  return (
    <div aria-busy aria-label={t('loading')} role="status" className={styles.loading}>
      {[58, 74, 46, 66].map((width) => (
        <div key={width} className={styles.loadingGroup}>
          <Skeleton shape="disc" width="24px" />
          <div className={styles.loadingWords}>
            <Skeleton width="120px" />
            <Skeleton width={`${width}%`} />
          </div>
        </div>
      ))}
    </div>
  )
}
