// Nothing typed is lost by a slip: leaving the place, the dialog or the window asks first while something is unsaved.
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'

export type Unsaved = {
  /** Runs `go` at once when nothing is unsaved, else after the question. */
  readonly leave: (go: () => void) => void
  /** To be drawn somewhere on the page. */
  readonly question: ReactNode
}

export function useUnsaved(isDirty: boolean): Unsaved {
  const { t } = useTranslation('deskRouting')
  const { workspace } = useDesk()
  const [wanted, setWanted] = useState<{ readonly go: () => void }>()
  const dirty = useRef(isDirty)
  useEffect(() => {
    dirty.current = isDirty
  }, [isDirty])
  const leave = useCallback((go: () => void): void => {
    if (dirty.current) setWanted({ go })
    else go()
  }, [])
  useEffect(() => {
    if (!isDirty) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    workspace.setState({ guard: leave })
    window.addEventListener('beforeunload', warn)
    return () => {
      workspace.setState({ guard: undefined })
      window.removeEventListener('beforeunload', warn)
    }
  }, [isDirty, leave, workspace])
  const question = (
    <ConfirmDialog
      open={wanted !== undefined}
      onOpenChange={(open) => !open && setWanted(undefined)}
      danger
      title={t('unsaved.title')}
      body={t('unsaved.body')}
      confirmLabel={t('unsaved.discard')}
      onConfirm={() => {
        setWanted(undefined)
        wanted?.go()
      }}
    />
  )
  return { leave, question }
}
