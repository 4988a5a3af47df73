// A colleague writes here too, or has answered meanwhile: said above the text, and asked once before something goes out.
import { PenLine } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgent } from '../../stores/desk.ts'
import type { SoftLock } from '../../stores/soft-lock.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './colleague-strip.module.css'

type ColleagueStripProps = Readonly<{
  lock: SoftLock
  isAsking: boolean
  onSend: () => void
  onKeepWriting: () => void
}>

export function ColleagueStrip({ lock, isAsking, onSend, onKeepWriting }: ColleagueStripProps) {
  const { t } = useTranslation('deskColleagues')
  const words = useLockWords(lock)
  const anyway = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) anyway.current?.focus()
  }, [isAsking])
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter held down since the text was sent with it is no answer to a question.
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onKeepWriting()
  }
  return (
    <div role="group" aria-label={t('lock.label')} className={styles.strip}>
      <Icon of={PenLine} className={styles.sign} />
      <p role="status" className={styles.words}>
        {words}
      </p>
      {isAsking && (
        <>
          <Button size="small" ref={anyway} onClick={onSend} onKeyDown={onKeyDown}>
            {t('sendAnyway')}
          </Button>
          <Button size="small" variant="quiet" keys="Escape" onClick={onKeepWriting} onKeyDown={onKeyDown}>
            {t('keepWriting')}
          </Button>
        </>
      )}
    </div>
  )
}

/** In the place of the hint while somebody writes: nothing moves. */
export function LockHint({ lock }: Readonly<{ lock: SoftLock }>) {
  return <span className={styles.hint}>{useLockWords(lock)}</span>
}

function useLockWords(lock: SoftLock): string {
  const { t } = useTranslation('deskColleagues')
  const name = useAgent(lock.agent)?.name ?? t('aColleague')
  if (lock.kind === 'answered') return t('lock.answered', { name })
  return lock.others === 0 ? t('lock.writing', { name }) : t('lock.writingMore', { name, count: lock.others })
}
