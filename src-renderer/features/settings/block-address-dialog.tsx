// Blocks an address that somebody knows from elsewhere: a log, a firewall.
import { limits } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { termMs, useBlockTerms, type BlockTerm } from '../../stores/use-block-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './settings.module.css'

const FORM = 'block-address'

export function BlockAddressDialog({ onClose, onDone }: Readonly<{ onClose: () => void; onDone: () => void }>) {
  const { t } = useTranslation('deskBlocks')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const terms = useBlockTerms()
  const [address, setAddress] = useState('')
  const [reason, setReason] = useState('')
  const [term, setTerm] = useState<BlockTerm>('day')
  const [isSaving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string>()

  const block = async (): Promise<void> => {
    if (isSaving || address.trim() === '') return
    setSaving(true)
    const wish = {
      address: address.trim().slice(0, limits.maxAddressLength),
      forMs: termMs[term],
      reason: reason.trim(),
    }
    const done = await api.blocks.blockAddress(wish)
    setSaving(false)
    if (!done.ok) return setRefused(errorText(done.code))
    showToast({ title: t('done', { name: done.value.network }) })
    onDone()
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add.title')}
      description={t('add.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" type="submit" form={FORM} loading={isSaving} disabled={address.trim() === ''}>
            {t('act')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          void block()
        }}
      >
        <TextField
          label={t('add.address')}
          description={t('add.addressHint')}
          value={address}
          onValueChange={(next) => {
            setAddress(next)
            setRefused(undefined)
          }}
          error={refused}
        />
        <div className={styles.howLong}>
          <span aria-hidden>{t('howLong')}</span>
          <SegmentedControl label={t('howLong')} segments={terms} value={term} onValueChange={setTerm} />
        </div>
        <TextField
          label={t('reason')}
          description={t('reasonHint')}
          optional
          maxLength={limits.maxBlockReasonLength}
          value={reason}
          onValueChange={setReason}
        />
      </form>
    </Dialog>
  )
}
