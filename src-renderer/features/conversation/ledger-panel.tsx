// The way of one of our messages, step by step, with the time of each as far as it is known; what is not known says so.
import type { ConversationView, MessageState } from '#client/client-state.ts'
import type { EpochMs } from '#protocol'
import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { useMinute } from '../../stores/now-store.ts'
import { ledgerOf, type LedgerLine } from '../../stores/message-ledger.ts'
import { DeliverySign } from '../../ui/delivery-ticks.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { MessageItem } from './timeline.ts'
import styles from './ledger.module.css'

export type LedgerPanelProps = Readonly<{ item: MessageItem; state: MessageState; view: ConversationView }>

export function LedgerPanel({ item, state, view }: LedgerPanelProps) {
  const { t } = useTranslation('deskConversation')
  const { receiptTimes } = useDesk()
  const format = useFormat()
  const lines = ledgerOf(item, state, view, receiptTimes)
  const isUnsure = lines.some(({ time }) => time.kind === 'by')
  return (
    <div className={styles.ledger}>
      <p className={styles.day}>{format.day(item.at, useMinute())}</p>
      <dl className={styles.lines}>
        {lines.map((line) => (
          <div key={line.step} className={styles.line} data-open={line.time.kind === 'not yet' || undefined}>
            <dt className={styles.step}>
              <span className={styles.sign}>
                {line.step === 'written' ? (
                  <Icon of={PenLine} className={styles.pen} />
                ) : (
                  <DeliverySign state={line.step} />
                )}
              </span>
              {t(`ledger.step.${line.step}`)}
            </dt>
            <dd className={styles.time}>
              <LineTime line={line} beside={item.at} />
            </dd>
          </div>
        ))}
      </dl>
      {isUnsure && <p className={styles.why}>{t('ledger.byMeans')}</p>}
    </div>
  )
}

function LineTime({ line: { time }, beside }: Readonly<{ line: LedgerLine; beside: EpochMs }>) {
  const { t } = useTranslation('deskConversation')
  const format = useFormat()
  switch (time.kind) {
    case 'not yet':
      return <>{t('ledger.notYet')}</>
    case 'unknown':
      return <>{t('ledger.unknown')}</>
    case 'at':
    case 'by': {
      const isSameDay = new Date(time.at).toDateString() === new Date(beside).toDateString()
      const words = isSameDay ? format.timeToSecond(time.at) : format.dateTime(time.at)
      return (
        <time dateTime={new Date(time.at).toISOString()} title={format.dateTime(time.at)}>
          {time.kind === 'at' ? words : t('ledger.by', { at: words })}
        </time>
      )
    }
    default:
      return time satisfies never
  }
}
