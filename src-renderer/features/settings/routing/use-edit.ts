// One setting being edited: what was typed against what is stored, saved under the version that was read.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfDraft } from '#protocol/what-if-schemas.ts'
import type { SettingRows } from '../../../platform/routing-api.ts'
import { useDesk } from '../../../stores/desk.ts'
import { tryOut } from '../../../stores/what-if-store.ts'
import { goTo } from '../../../stores/workspace-store.ts'
import { showToast } from '../../../ui/toasts.ts'
import { useSave, type Save } from './use-save.ts'

type EditParts<Row, Draft, Wish> = {
  readonly rows: SettingRows<Row, Wish>
  /** undefined = a new one. */
  readonly row: Row | undefined
  readonly draftOf: (row: Row | undefined) => Draft
  /** undefined while something in the fields is wrong. */
  readonly parse: (draft: Draft) => Wish | undefined
  /** As it is tried before it is saved, and what it is called then; what has no say in routing is not tried. */
  readonly trial?: (wish: Wish, id: number | null) => { readonly draft: WhatIfDraft; readonly name: string }
  readonly onDone: () => void
  readonly onClose: () => void
}

export type Edit<Draft> = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly isDirty: boolean
  /** Tries to save that the fields themselves did not allow: from the first on they say what is wrong. */
  readonly misses: number
  readonly save: Save
  readonly onSave: () => void
  /** Into the what-if instead of into the settings. */
  readonly onTry: (() => void) | undefined
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
  readonly onRemove: () => void
}

export function useEdit<Row extends { readonly id: number; readonly version: string }, Draft extends object, Wish>(
  parts: EditParts<Row, Draft, Wish>,
): Edit<Draft> {
  const { rows, row, draftOf, parse, trial, onDone, onClose } = parts
  const { whatIf, workspace } = useDesk()
  const { t } = useTranslation('deskRouting')
  const save = useSave()
  const [seen, setSeen] = useState(row)
  const [start, setStart] = useState(() => draftOf(row))
  const [draft, setDraft] = useState(start)
  const [misses, setMisses] = useState(0)

  const finish = (done: unknown, title: string): void => {
    if (done === undefined) return
    showToast({ title })
    onDone()
    onClose()
  }
  const store = async (over: Row | undefined): Promise<void> => {
    const wish = parse(draft)
    if (wish === undefined) {
      setMisses((before) => before + 1)
      return
    }
    finish(await save.run(() => (over ? rows.change(over.id, over.version, wish) : rows.add(wish))), t('saved'))
  }
  const tryIt = (): void => {
    const wish = parse(draft)
    if (wish === undefined) {
      setMisses((before) => before + 1)
      return
    }
    const found = trial?.(wish, seen?.id ?? null)
    if (!found) return
    tryOut(whatIf, {
      ...found,
      key: `${found.draft.kind} ${found.draft.id ?? found.name}`,
      store: () => (seen ? rows.change(seen.id, seen.version, wish) : rows.add(wish)),
    })
    // It is kept there: nothing is lost by leaving.
    workspace.setState({ guard: undefined })
    onClose()
    goTo(workspace, { section: 'settings', page: 'what-if' })
  }
  /** As it is on the server now; undefined when it is gone or could not be asked for. */
  const latest = async (): Promise<Row | undefined> => {
    const list = await save.run(() => rows.list())
    return list?.find(({ id }) => id === seen?.id)
  }
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    isDirty: JSON.stringify(draft) !== JSON.stringify(start),
    misses,
    save,
    onSave: () => void store(seen),
    onTry: trial && tryIt,
    onTakeTheirs: () =>
      void latest().then((theirs) => {
        if (!theirs) return
        setSeen(theirs)
        setStart(draftOf(theirs))
        setDraft(draftOf(theirs))
        onDone()
      }),
    onKeepMine: () =>
      void latest().then((theirs) => {
        if (!theirs) return undefined
        setSeen(theirs)
        return store(theirs)
      }),
    onRemove: () => {
      if (!seen) return
      void save
        .run(async () => {
          const gone = await rows.remove(seen.id, seen.version)
          return gone.ok ? { ok: true, value: true } : gone
        })
        .then((done) => finish(done, t('deleted')))
    },
  }
}
