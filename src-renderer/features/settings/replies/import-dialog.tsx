// A file of quick replies, read here, told what it holds, and brought to the desk with what could not be added.
import type { Format } from '../../../i18n/format.ts'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useErrorText } from '../../../stores/error-text.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { importReplies, type Imported } from './import-replies.ts'
import styles from './replies.module.css'
import { decodeFile, readReplies, type FileReply, type ReadFault } from './reply-files.ts'

/** The most there may be, at a generous length each. */
const mostBytes = 50 * 1024 * 1024
/** Refusals shown by name; the rest is counted. */
const mostNamed = 8

type Step =
  | { readonly kind: 'choose'; readonly wrong?: ReadFault | 'tooLarge' | 'unreadable' }
  | { readonly kind: 'read'; readonly name: string; readonly replies: readonly FileReply[] }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'done'; readonly result: Imported }

async function read(file: File): Promise<Step> {
  if (file.size > mostBytes) return { kind: 'choose', wrong: 'tooLarge' }
  try {
    const found = readReplies(decodeFile(await file.arrayBuffer()))
    return found.ok ? { kind: 'read', name: file.name, replies: found.replies } : { kind: 'choose', wrong: found.why }
  } catch {
    // Taken away or locked since it was chosen.
    return { kind: 'choose', wrong: 'unreadable' }
  }
}

export function ImportDialog({ shared, onClose }: Readonly<{ shared: boolean; onClose: () => void }>) {
  const { t } = useTranslation('deskReplies')
  const format = useFormat()
  const { session, replies } = useDesk()
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const chooser = useRef<HTMLInputElement>(null)
  const isSending = step.kind === 'sending'
  const go = async (from: readonly FileReply[]): Promise<void> => {
    setStep({ kind: 'sending', share: 0 })
    const progressed = (share: number): void => setStep({ kind: 'sending', share })
    const result = await importReplies(session.api.replies, from, shared, progressed)
    await replies.reload()
    setStep({ kind: 'done', result })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isSending && onClose()}
      title={t('importing.title')}
      description={t('importing.lead', { kind: t(shared ? 'importing.shared' : 'importing.own') })}
      footer={
        <>
          <Button disabled={isSending} onClick={onClose}>
            {t('close')}
          </Button>
          {step.kind === 'read' && (
            <Button variant="primary" onClick={() => void go(step.replies)}>
              {t('importing.go')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.importing}>
        {step.kind !== 'done' && (
          <Button icon={FileUp} disabled={isSending} onClick={() => chooser.current?.click()}>
            {t('importing.choose')}
          </Button>
        )}
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,.json"
          hidden
          aria-label={t('importing.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void read(file).then(setStep)
            event.target.value = ''
          }}
        />
        {step.kind === 'choose' && step.wrong && <Banner tone="warning" title={t(`importing.wrong.${step.wrong}`)} />}
        {step.kind === 'read' && (
          <p role="status">
            {t('importing.read', {
              count: step.replies.length,
              shown: format.number(step.replies.length),
              name: step.name,
            })}
          </p>
        )}
        {isSending && <Progress label={t('importing.progress')} share={step.share} />}
        {step.kind === 'done' && <Done result={step.result} format={format} />}
      </div>
    </Dialog>
  )
}

function Done({ result, format }: Readonly<{ result: Imported; format: Format }>) {
  const { t } = useTranslation('deskReplies')
  const errorText = useErrorText()
  const { added, known, refused, stopped } = result
  const rest = refused.length - mostNamed
  const counted = (count: number): { count: number; shown: string } => ({ count, shown: format.number(count) })
  return (
    <div role="status" className={styles.importing}>
      {stopped !== undefined && (
        <Banner tone="danger" title={errorText(stopped)}>
          {t('importing.stopped')}
        </Banner>
      )}
      <p>{t('importing.done', counted(added))}</p>
      {known > 0 && <p>{t('importing.known', counted(known))}</p>}
      {refused.length > 0 && (
        <>
          <p>{t('importing.refused', counted(refused.length))}</p>
          <ul className={styles.refused}>
            {refused.slice(0, mostNamed).map(({ title, code }, index) => (
              <li key={index}>{t('importing.line', { title, why: errorText(code) })}</li>
            ))}
            {rest > 0 && <li>{t('importing.more', counted(rest))}</li>}
          </ul>
        </>
      )}
    </div>
  )
}
