// What was found: visitors of that name, then messages by conversation, newest first. Every hit is a link to its place.
import { NO_OFFSET, type AgentId, type ConversationSummary } from '#protocol'
import type { PersonHit, SearchHit } from '#protocol/search-schemas.ts'
import { Lock } from 'lucide-react'
import { useEffect, useRef, type MouseEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useMinute } from '../../stores/now-store.ts'
import { placeToHash, type Place } from '../../stores/place.ts'
import type { HitGroup } from '../../stores/search-store.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { goTo } from '../../stores/workspace-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TagDots } from '../../ui/tag.tsx'
import { textLanguage } from '../../ui/text-language.ts'
import { placeOfEntry } from '../../stores/place-of-entry.ts'
import { MarkedText } from './marked-text.tsx'
import { SearchFailed } from './search-failed.tsx'
import styles from './search.module.css'

export function HitList({ scroller }: Readonly<{ scroller: RefObject<HTMLElement | null> }>) {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const { state, groups, people, conversations, next, failedBefore } = useStore(search)
  const isStale = state === 'searching' || (state === 'failed' && failedBefore === NO_OFFSET)
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = foot.current
    if (!element) return undefined
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && search.more(), {
      root: scroller.current,
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
    // Watched anew after each page: a foot that stays in view is not told again.
  }, [search, scroller, groups, state])
  return (
    <div className={styles.found} aria-busy={state === 'searching'} data-stale={isStale || undefined}>
      {people.length > 0 && (
        <section aria-labelledby="people-found" className={styles.people}>
          <h2 id="people-found" className={styles.part}>
            {t('people')}
          </h2>
          {people.map((person) => (
            <Person key={person.visitor} person={person} summary={conversations.get(person.conversation)} />
          ))}
        </section>
      )}
      {groups.length > 0 && people.length > 0 && <p className={styles.part}>{t('messages')}</p>}
      {groups.map((group) => (
        <Group
          key={`${group.conversation}/${group.hits[0]?.offset ?? 0}`}
          group={group}
          summary={conversations.get(group.conversation)}
        />
      ))}
      {next !== 0 && (
        <div ref={foot} className={styles.foot}>
          {state === 'more' && <Skeleton width="40%" />}
          {state === 'failed' && failedBefore !== NO_OFFSET && <SearchFailed />}
        </div>
      )}
    </div>
  )
}

/** A link like any other: with a modifier it opens in a window of its own. */
function useOpen(summary: ConversationSummary | undefined, place: Place, opened: number) {
  const { workspace, session, search } = useDesk()
  return (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    search.setState({ opened: opened as never })
    // The conversation may be years old: the desk is told of it before it is asked to show it.
    if (summary && !session.client.state().conversations.has(summary.id))
      void session.client.list({
        view: 'visitor',
        visitor: summary.visitor.id,
        before: (summary.lastOffset + 1) as never,
        limit: 1,
      })
    goTo(workspace, place)
  }
}

type Known = Readonly<{ summary: ConversationSummary | undefined }>

function Person({ person, summary }: Readonly<{ person: PersonHit }> & Known) {
  const { t } = useTranslation('deskSearch')
  const { session } = useDesk()
  const format = useFormat()
  const now = useMinute()
  const place = placeOfEntry(person.conversation, summary, session.self.id)
  const open = useOpen(summary, place, 0)
  return (
    <a href={placeToHash(place)} onClick={open} className={styles.person} data-hit="">
      <Avatar name={person.name} size={32} decorative />
      <span className={styles.personWords}>
        <bdi className={styles.name}>
          <MarkedText text={person.name} marks={person.marks} />
        </bdi>
        {summary && (
          <span className={styles.faint}>
            {t(`status.${summary.status}`)} · {format.stamp(summary.lastMessage?.at ?? summary.openedAt, now)}
          </span>
        )}
      </span>
      {summary && <TagDots names={summary.visitor.tags} />}
    </a>
  )
}

function Group({ group, summary }: Readonly<{ group: HitGroup }> & Known) {
  const { t } = useTranslation('deskSearch')
  const visitorName = useVisitorName()
  const owner = useClient(({ agents }) => agents.get(summary?.owner ?? (0 as AgentId))?.name)
  const name = summary ? visitorName(summary.visitor) : t('conversation', { id: group.conversation })
  return (
    <section aria-label={name} className={styles.group}>
      <h2 className={styles.groupHead}>
        <Avatar name={summary?.visitor.name ?? ''} size={24} decorative />
        <bdi className={styles.name}>{name}</bdi>
        {summary && <TagDots names={summary.visitor.tags} />}
        {summary && (
          <span className={styles.groupState}>
            {summary.status === 'open' && owner !== undefined
              ? t('with', { name: owner })
              : t(`status.${summary.status}`)}
          </span>
        )}
      </h2>
      {group.hits.map((hit) => (
        <Hit key={hit.offset} hit={hit} summary={summary} />
      ))}
    </section>
  )
}

function Hit({ hit, summary }: Readonly<{ hit: SearchHit }> & Known) {
  const { t } = useTranslation('deskSearch')
  const { session } = useDesk()
  const format = useFormat()
  const now = useMinute()
  const visitorName = useVisitorName()
  const writer = useClient(({ agents }) => agents.get(hit.author.id as AgentId)?.name)
  const place = placeOfEntry(hit.conversation, summary, session.self.id, hit.seq)
  const open = useOpen(summary, place, hit.offset)
  const who =
    hit.author.kind === 'visitor'
      ? summary
        ? visitorName(summary.visitor)
        : ''
      : hit.author.kind === 'system'
        ? t('automatic')
        : (writer ?? t('formerColleague'))
  const { text, marks, isCutBefore, isCutAfter } = hit.snippet
  return (
    <a
      href={placeToHash(place)}
      onClick={open}
      className={styles.hit}
      data-hit=""
      data-offset={hit.offset}
      data-note={hit.by === 'note' || undefined}
    >
      <span className={styles.hitHead}>
        {hit.by === 'note' && (
          <span className={styles.note}>
            <Icon of={Lock} />
            {t('note')}
          </span>
        )}
        <bdi className={styles.who}>{who}</bdi>
        <time dateTime={new Date(hit.at).toISOString()} title={format.dateTime(hit.at)} className={styles.when}>
          {format.stamp(hit.at, now)}
        </time>
      </span>
      <span className={styles.snippet} dir="auto" lang={textLanguage(text)}>
        {isCutBefore && '…'}
        <MarkedText text={text} marks={marks} />
        {isCutAfter && '…'}
      </span>
    </a>
  )
}
