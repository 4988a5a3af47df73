// The quick replies that were found, over the composer, and the chosen one as the visitor would read it. The keyboard stays in the text.
import { NO_AGENT } from '#protocol'
import { Paperclip, UserRound, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { Range } from '../../stores/replies/match-title.ts'
import type { Found, Reply } from '../../stores/replies/reply-search.ts'
import { fillIn, type ReplyFacts } from '../../stores/replies/reply-variables.ts'
import { goTo } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ReplyText } from '../../ui/reply-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { mostShown, type ReplyPicker } from './use-reply-picker.ts'
import styles from './reply-list.module.css'

type ReplyListProps = Readonly<{
  picker: ReplyPicker
  facts: ReplyFacts
  onInsert: (reply: Reply) => void
}>

export function ReplyList({ picker, facts, onInsert }: ReplyListProps) {
  const { t } = useTranslation('deskReplies')
  const { workspace } = useDesk()
  const { found, active } = picker
  const manage = (): void => goTo(workspace, { section: 'settings', page: 'replies' })
  return (
    // Pressing anywhere in it must not take the keyboard out of the text.
    <div role="presentation" className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.body}>
        {found.length > 0 ? (
          <>
            <Options picker={picker} onInsert={onInsert} />
            {active && <Preview reply={active.reply} facts={facts} />}
          </>
        ) : (
          <Nothing picker={picker} onManage={manage} />
        )}
      </div>
      <div className={styles.foot}>
        <span role="status" className={styles.count}>
          {picker.phase === 'ready' && !picker.isEmpty && <Count picker={picker} />}
        </span>
        {found.length > 0 && (
          <span className={styles.keys} aria-hidden>
            <Kbd keys="Enter" /> {t('picker.insert')}
            <Kbd keys="Escape" /> {t('picker.leave')}
          </span>
        )}
        {!picker.isEmpty && (
          <Button size="small" variant="quiet" tabIndex={-1} onClick={manage}>
            {t('picker.manage')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Count({ picker: { count } }: Readonly<{ picker: ReplyPicker }>) {
  const { t } = useTranslation('deskReplies')
  const format = useFormat()
  return count > mostShown
    ? t('picker.firstOf', { shown: format.number(mostShown), all: format.number(count) })
    : t('picker.count', { count, shown: format.number(count) })
}

function Options({ picker, onInsert }: Pick<ReplyListProps, 'picker' | 'onInsert'>) {
  const { t } = useTranslation('deskReplies')
  const { found, active, listId, optionId, choose } = picker
  const list = useRef<HTMLDivElement>(null)
  const activeId = active && optionId(active.reply)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div ref={list} id={listId} role="listbox" aria-label={t('title')} className={styles.options}>
      {found.map((one) => (
        <Option
          key={one.reply.id}
          id={optionId(one.reply)}
          found={one}
          isActive={one === active}
          onChoose={() => choose(one.reply)}
          onInsert={() => onInsert(one.reply)}
        />
      ))}
    </div>
  )
}

type OptionProps = Readonly<{
  id: string
  found: Found
  isActive: boolean
  onChoose: () => void
  onInsert: () => void
}>

function Option({ id, found: { reply, ranges }, isActive, onChoose, onInsert }: OptionProps) {
  const { t } = useTranslation('deskReplies')
  return (
    // The keyboard is in the text, which moves through the options by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      // Not when the list moves under a pointer that rests.
      onMouseMove={isActive ? undefined : onChoose}
      onClick={onInsert}
    >
      <span className={styles.head}>
        <bdi className={styles.name}>
          <Marked text={reply.title} ranges={ranges} />
        </bdi>
        {reply.owner !== NO_AGENT && <Sign of={UserRound} says={t('own')} />}
        {reply.file && <Sign of={Paperclip} says={t('withFile')} />}
        {reply.folder !== '' && <bdi className={styles.folder}>{reply.folder}</bdi>}
        {reply.shortcut !== '' && <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>}
      </span>
      <span className={styles.line}>{reply.text === '' ? reply.file?.name : reply.text}</span>
    </div>
  )
}

function Sign({ of, says }: Readonly<{ of: LucideIcon; says: string }>) {
  return (
    <>
      <Icon of={of} className={styles.sign} />
      <span className="spoken">{says}</span>
    </>
  )
}

function Marked({ text, ranges }: Readonly<{ text: string; ranges: readonly Range[] }>) {
  const parts = []
  let from = 0
  for (const [start, end] of ranges) {
    if (start < from) continue
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

function Preview({ reply, facts }: Readonly<{ reply: Reply; facts: ReplyFacts }>) {
  const { t } = useTranslation('deskReplies')
  return (
    <section aria-label={t('picker.preview')} className={styles.preview}>
      <ReplyText parts={fillIn(reply.text, facts)} />
      {reply.file && (
        <p className={styles.file}>
          <Icon of={Paperclip} />
          <bdi>{reply.file.name}</bdi>
        </p>
      )}
    </section>
  )
}

function Nothing({ picker, onManage }: Readonly<{ picker: ReplyPicker; onManage: () => void }>) {
  const { t } = useTranslation('deskReplies')
  const errorText = useErrorText()
  if (picker.phase === 'loading')
    return (
      <div className={styles.nothing}>
        <Skeleton width="60%" />
        <Skeleton width="80%" />
      </div>
    )
  if (picker.phase === 'failed' && picker.code !== undefined)
    return <p className={styles.nothing}>{errorText(picker.code)}</p>
  if (!picker.isEmpty) return <p className={styles.nothing}>{t('picker.none', { typed: picker.slash.typed })}</p>
  return (
    <div className={styles.nothing}>
      <p>{t('picker.empty')}</p>
      <Button size="small" tabIndex={-1} onClick={onManage}>
        {t('picker.first')}
      </Button>
    </div>
  )
}
