// One conversation that I am asked to take: who it is, what they said, how long it is mine to decide, yes and no.
import { limits, NO_AGENT, type Offer } from '#protocol'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgent, useDesk, useSummary } from '../../stores/desk.ts'
import { useLastLine } from '../../stores/use-last-line.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Countdown } from './countdown.tsx'
import styles from './offers.module.css'

type OfferCardProps = Readonly<{ offer: Offer; group: string; isFirst: boolean }>

export function OfferCard({ offer, group, isFirst }: OfferCardProps) {
  const { t } = useTranslation('deskOffers')
  const { actions, session, workspace } = useDesk()
  const { conversation, from, note } = offer
  const summary = useSummary(conversation)
  const visitorName = useVisitorName()
  const lastLine = useLastLine()
  const colleague = useAgent(from)
  const [isAccepting, setAccepting] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  const isMissing = summary === undefined
  useEffect(() => {
    if (isMissing) session.client.open(conversation)
  }, [session, isMissing, conversation])

  const accept = async (): Promise<void> => {
    setAccepting(true)
    if (!(await actions.acceptOffer(conversation, true))) setAccepting(false)
  }
  const decline = (): void => void actions.declineOffer(conversation, reason)
  const name = summary ? visitorName(summary.visitor) : ''
  const isAsked = from !== NO_AGENT
  const where = isAsked ? t('asks', { name: colleague?.name ?? t('aColleague') }) : group || t('fromQueue')
  return (
    <li className={styles.card} aria-labelledby={`${id}-name ${id}-where`}>
      <div className={styles.head}>
        <Avatar name={name} size={32} decorative />
        <div className={styles.who}>
          <button
            type="button"
            id={`${id}-name`}
            className={styles.name}
            title={t('look')}
            onClick={() => openConversation(workspace, conversation, isAsked ? 'open' : 'queue')}
          >
            <bdi>{name}</bdi>
          </button>
          <p id={`${id}-where`} className={styles.where} title={where}>
            {where}
          </p>
        </div>
        <Countdown until={offer.until} />
      </div>
      {summary?.lastMessage && (
        <p dir="auto" className={styles.words}>
          {lastLine(summary.lastMessage)}
        </p>
      )}
      {note !== '' && (
        <p dir="auto" className={styles.note}>
          {note}
        </p>
      )}
      <div className={styles.foot}>
        {isAsked && (
          <TextField
            label={t('reason')}
            hideLabel
            placeholder={t('reason')}
            maxLength={limits.maxDeclineReasonLength}
            value={reason}
            onValueChange={setReason}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) decline()
            }}
          />
        )}
        <div className={styles.buttons}>
          <Button keys={isFirst ? 'D' : undefined} onClick={decline} disabled={isAccepting}>
            {t('decline')}
          </Button>
          <Button
            variant="primary"
            keys={isFirst ? 'Mod+J' : undefined}
            loading={isAccepting}
            onClick={() => void accept()}
          >
            {t('accept')}
          </Button>
        </div>
      </div>
    </li>
  )
}
