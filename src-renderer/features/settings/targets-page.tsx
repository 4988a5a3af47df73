// Response targets (SLA): how soon visitors should be answered, for everyone and for groups that have their own. Desks count down by them.
import { EVERYONE, limits, type GroupId } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import type { ResponseTarget, ResponseTargets, ResponseTargetsRow } from '#protocol/targets-schemas.ts'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../stores/desk.ts'
import { useApi } from '../../stores/use-api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NotLoaded } from './not-loaded.tsx'
import bar from './routing/routing-settings.module.css'
import { boundsIn, inUnit, MINUTE_MS, parseNumber } from './routing/typed-number.ts'
import { useSave } from './routing/use-save.ts'
import { useUnsaved } from './routing/use-unsaved.tsx'
import { useBoundsText } from './routing/use-wrong-text.ts'
import { Setting, SettingsBody } from './setting.tsx'
import styles from './targets.module.css'

const kinds = ['first', 'next'] as const
type Kind = (typeof kinds)[number]
/** In minutes. Empty: no target for everyone, everyone's for a group. */
type Line = Readonly<Record<Kind, string>>
type Draft = ReadonlyMap<GroupId, Line>

const bounds = boundsIn(MINUTE_MS, limits.minResponseTargetMs, limits.maxResponseTargetMs)
const noLine: Line = { first: '', next: '' }
const typed = (ms: number): string => (ms === 0 ? '0' : inUnit(ms, MINUTE_MS))
const lineOf = ({ firstMs, nextMs }: ResponseTarget): Line => ({ first: typed(firstMs), next: typed(nextMs) })

const draftOf = (row: ResponseTargets): Draft =>
  new Map([[EVERYONE, lineOf(row.everyone)], ...row.groups.map((own) => [own.group, lineOf(own)] as const)])

/** Undefined when it is no number of minutes that anybody could mean. */
function msOf(text: string): number | undefined {
  if (/^0+$/u.test(text.trim())) return 0
  const minutes = parseNumber(text, bounds, 'any')
  return minutes === undefined ? undefined : Math.round(minutes * MINUTE_MS)
}

const isEmpty = ({ first, next }: Line): boolean => first.trim() === '' && next.trim() === ''

function targetOf(line: Line): ResponseTarget | undefined {
  const [firstMs, nextMs] = [msOf(line.first), msOf(line.next)]
  return firstMs === undefined || nextMs === undefined ? undefined : { firstMs, nextMs }
}

function parse(draft: Draft): ResponseTargets | undefined {
  const everyone = targetOf(draft.get(EVERYONE) ?? noLine)
  if (!everyone) return undefined
  const own = [...draft].filter(([group, line]) => group !== EVERYONE && !isEmpty(line))
  const groups = own.flatMap(([group, line]) => {
    const target = targetOf(line)
    return target ? [{ group, ...target }] : []
  })
  return groups.length < own.length ? undefined : { everyone, groups }
}

export function TargetsPage() {
  const { t } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const targets = useApi(useCallback(() => api.deskSettings.targets.read(), [api]))
  const groups = useApi(useCallback(() => api.routing.groups.list(), [api]))
  const code = targets.code ?? groups.code
  const reload = (): void => {
    targets.reload()
    groups.reload()
  }
  return (
    <SettingsBody title={t('page.targets')} lead={t('targets.lead')}>
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {targets.value && groups.value && (
        <Form key={targets.value.version} row={targets.value} groups={groups.value} onDone={targets.reload} />
      )}
      {(!targets.value || !groups.value) && code === undefined && (
        <Skeleton shape="block" width="100%" height="200px" />
      )}
    </SettingsBody>
  )
}

type FormProps = Readonly<{ row: ResponseTargetsRow; groups: readonly GroupRow[]; onDone: () => void }>

function Form({ row, groups, onDone }: FormProps) {
  const { t } = useTranslation('deskSettings')
  const { t: word } = useTranslation('deskRouting')
  const { session } = useDesk()
  const boundsText = useBoundsText()
  const save = useSave()
  const [draft, setDraft] = useState<Draft>(() => draftOf(row))
  const [misses, setMisses] = useState(0)
  const wish = parse(draft)
  const isDirty = JSON.stringify([...draft]) !== JSON.stringify([...draftOf(row)])
  const { question } = useUnsaved(isDirty && !save.isSaving)
  const known = new Set(groups.map(({ id }) => id))

  const store = async (): Promise<void> => {
    if (!wish) {
      setMisses((before) => before + 1)
      return
    }
    // What is set for a group that was deleted meanwhile goes with it.
    const there = { ...wish, groups: wish.groups.filter(({ group }) => known.has(group)) }
    if (!(await save.run(() => session.api.deskSettings.targets.change(row.version, there)))) return
    onDone()
  }
  const errorOf = (group: GroupId, kind: Kind): string | undefined => {
    const line = draft.get(group) ?? noLine
    if (misses === 0 || (group !== EVERYONE && isEmpty(line))) return undefined
    if (line[kind].trim() === '' && group !== EVERYONE) return t('targets.both')
    return msOf(line[kind]) === undefined ? boundsText(bounds) : undefined
  }
  const failed = save.elsewhere([])
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void store()
      }}
    >
      {failed !== undefined && (
        <Banner tone="danger" title={t('notSaved')}>
          {failed}
        </Banner>
      )}
      {groups.map(({ id, name }) => (
        <Setting
          key={id}
          title={id === EVERYONE ? word('everyone') : name}
          hint={id === EVERYONE ? t('targets.everyoneHint') : undefined}
        >
          <div className={styles.pair}>
            {kinds.map((kind) => (
              <TextField
                key={kind}
                label={t(`targets.${kind}`)}
                inputMode="decimal"
                suffix={t('targets.minutes')}
                placeholder={id === EVERYONE ? undefined : t('targets.asEveryone')}
                value={draft.get(id)?.[kind] ?? ''}
                onValueChange={(next) =>
                  setDraft((before) => new Map(before).set(id, { ...(before.get(id) ?? noLine), [kind]: next }))
                }
                error={errorOf(id, kind)}
              />
            ))}
          </div>
        </Setting>
      ))}
      <div className={bar.bar}>
        <p role="status" className={bar.barWords}>
          {isDirty && word('unsaved.bar')}
        </p>
        <Button disabled={!isDirty} onClick={() => setDraft(draftOf(row))}>
          {word('undo')}
        </Button>
        <Button variant="primary" type="submit" loading={save.isSaving} disabled={!isDirty}>
          {word('save')}
        </Button>
      </div>
      {question}
    </form>
  )
}
