// One setting being edited: what was typed against what is stored, saved under the version that was read.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingRows } from '../../../platform/routing-api.ts'
import { showToast } from '../../../ui/toasts.ts'
import { useSave, type Save } from './use-save.ts'

type EditParts<Row, Draft, Wish> = {
  readonly rows: SettingRows<Row, Wish>
  /** undefined = a new one. */
  readonly row: Row | undefined
  readonly draftOf: (row: Row | undefined) => Draft
  /** undefined while something in the fields is wrong. */
  readonly parse: (draft: Draft) => Wish | undefined
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
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
  readonly onRemove: () => void
}

export function useEdit<Row extends { readonly id: number; readonly version: string }, Draft extends object, Wish>(
  parts: EditParts<Row, Draft, Wish>,
): Edit<Draft> {
  const { rows, row, draftOf, parse, onDone, onClose } = parts
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
