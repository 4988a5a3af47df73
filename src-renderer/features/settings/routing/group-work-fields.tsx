// How work comes to a group, and how it leaves when the visitor says nothing more.
import { limits } from '#protocol'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { GroupFieldsProps } from './group-fields-props.ts'
import { Section } from './group-section.tsx'
import styles from './routing-settings.module.css'

export function AcceptanceFields({ draft, change, at }: GroupFieldsProps) {
  const { t } = useTranslation('deskRouting')
  return (
    <Section title={t('groups.work')}>
      <RadioGroup
        label={t('groups.acceptance')}
        value={draft.acceptance}
        onValueChange={(acceptance) => change({ acceptance })}
        options={(['auto', 'offer'] as const).map((value) => ({
          value,
          label: t(`groups.acceptanceName.${value}`),
          description: t(`groups.acceptanceHint.${value}`),
        }))}
      />
      <div className={styles.pair}>
        {draft.acceptance === 'offer' && (
          <TextField
            label={t('groups.offer')}
            description={t('groups.offerHint', { missed: limits.maxOffersMissed })}
            inputMode="numeric"
            suffix={t('unit.seconds')}
            value={draft.offerSeconds}
            onValueChange={(offerSeconds) => change({ offerSeconds })}
            error={at('offerMs')}
          />
        )}
        <TextField
          label={t('groups.reply')}
          description={t('groups.replyHint')}
          inputMode="decimal"
          suffix={t('unit.minutes')}
          optional
          value={draft.replyMinutes}
          onValueChange={(replyMinutes) => change({ replyMinutes })}
          error={at('replyWithinMs')}
        />
      </div>
      <Checkbox
        label={t('groups.returning')}
        description={t('groups.returningHint')}
        checked={draft.returning}
        onCheckedChange={(returning) => change({ returning })}
      />
    </Section>
  )
}

export function SilenceFields({ draft, change, at }: GroupFieldsProps) {
  const { t } = useTranslation('deskRouting')
  return (
    <Section title={t('groups.silence')}>
      <div className={styles.pair}>
        <TextField
          label={t('groups.warn')}
          description={t('groups.warnHint')}
          inputMode="decimal"
          suffix={t('unit.minutes')}
          optional
          value={draft.warnMinutes}
          onValueChange={(warnMinutes) => change({ warnMinutes })}
          error={at('autoClose.warnAfterMs')}
        />
        {draft.warnMinutes.trim() !== '' && (
          <TextField
            label={t('groups.close')}
            description={t('groups.closeHint')}
            inputMode="decimal"
            suffix={t('unit.minutes')}
            value={draft.closeMinutes}
            onValueChange={(closeMinutes) => change({ closeMinutes })}
            error={at('autoClose.closeAfterMs')}
          />
        )}
      </div>
    </Section>
  )
}
