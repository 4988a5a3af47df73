// Blocks a visitor, the address they came from, or both, for a time. Says whom else an address would hit before it does.
import { limits, type VisitorProfile } from '#protocol'
import { blockSubjects, type BlockSubject, type VisitorBlocks } from '#protocol/block-schemas.ts'
import { mayDo } from '#protocol/permissions.ts'
import { useCallback, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useApi } from '../../stores/use-api.ts'
import { termMs, useBlockTerms, type BlockTerm } from '../../stores/use-block-words.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './visitor.module.css'

export function BlockDialog({ visitor, onClose }: Readonly<{ visitor: VisitorProfile; onClose: () => void }>) {
  const { t } = useTranslation('deskBlocks')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const visitorName = useVisitorName()
  const leads = mayDo(useSelf().role, 'blocks.lead')
  const terms = useBlockTerms()
  const known = useApi(useCallback(() => api.blocks.of(visitor.id), [api, visitor.id])).value
  const [of, setOf] = useState<BlockSubject>('visitor')
  const [term, setTerm] = useState<BlockTerm>('day')
  const [reason, setReason] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string>()
  const left = limits.maxBlockReasonLength - reason.trim().length

  const block = async (): Promise<void> => {
    if (isSaving || left < 0) return
    setSaving(true)
    const done = await api.blocks.blockVisitor(visitor.id, { of, forMs: termMs[term], reason: reason.trim() })
    setSaving(false)
    if (!done.ok) return setRefused(errorText(done.code))
    showToast({ title: t('done', { name: visitorName(visitor) }) })
    onClose()
  }
  const confirm = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void block()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: visitorName(visitor) })}
      description={t('lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" keys="Mod+Enter" loading={isSaving} disabled={left < 0} onClick={() => void block()}>
            {t('act')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {refused !== undefined && (
          <Banner tone="danger" title={t('notBlocked')}>
            {refused}
          </Banner>
        )}
        {leads && <What value={of} onChange={setOf} from={known?.from} />}
        <div className={styles.howLong}>
          <span aria-hidden>{t('howLong')}</span>
          <SegmentedControl label={t('howLong')} segments={terms} value={term} onValueChange={setTerm} />
        </div>
        <TextArea
          label={t('reason')}
          description={t('reasonHint')}
          optional
          rows={2}
          maxRows={5}
          value={reason}
          onValueChange={setReason}
          onKeyDown={confirm}
          error={left < 0 ? t('tooLong', { count: -left }) : undefined}
        />
      </div>
    </Dialog>
  )
}

type WhatProps = Readonly<{
  value: BlockSubject
  onChange: (value: BlockSubject) => void
  from: VisitorBlocks['from'] | undefined
}>

function What({ value, onChange, from }: WhatProps) {
  const { t } = useTranslation('deskBlocks')
  const { others: count, network } = from ?? { others: 0, network: '' }
  const known = count === 0 ? t('nobody', { network }) : t('others', { count, network })
  const others = from ? known : t('addressUnknown')
  const colleagues = from && from.colleagues > 0 ? t('colleagues', { count: from.colleagues }) : ''
  const hints = {
    visitor: t('hint.visitor'),
    address: colleagues === '' ? others : t('both', { others, colleagues }),
    both: t('hint.both'),
  }
  return (
    <RadioGroup
      label={t('what')}
      value={value}
      onValueChange={onChange}
      options={blockSubjects.map((subject) => ({
        value: subject,
        label: t(`subject.${subject}`),
        description: hints[subject],
        disabled: subject !== 'visitor' && !from,
      }))}
    />
  )
}
