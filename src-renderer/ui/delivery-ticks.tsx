// Where a message is: a clock, one disc, two discs, two filled discs, an alert. Shapes first, words for screen readers.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './delivery-ticks.module.css'
import { Popover } from './popover.tsx'
import { Tooltip } from './tooltip.tsx'

export type DeliveryState = 'sending' | 'stored' | 'delivered' | 'read' | 'failed'

export type DeliveryTicksProps = Readonly<{
  state: DeliveryState
  /** The ledger in words, for the tooltip: "Sent 14:05:02, read 14:06:10". The state's word when left out. */
  ledger?: string | undefined
  /** More of it, step by step: the sign becomes a button that opens it. */
  panel?: ReactNode | undefined
}>

const check = 'M3.6 6.1 5.3 7.8 8.5 4.4'

export function DeliveryTicks({ state, ledger, panel }: DeliveryTicksProps) {
  const { t } = useTranslation('ui')
  const word = t(`message.${state}`)
  if (panel !== undefined)
    return (
      <Popover
        side="top"
        align="end"
        title={t('message.ledger')}
        trigger={
          <button
            type="button"
            aria-label={t('message.stateAndLedger', { state: word })}
            title={ledger ?? word}
            className={classNames(styles.ticks, styles.open, styles[state])}
          >
            <Drawing state={state} />
          </button>
        }
      >
        {panel}
      </Popover>
    )
  return (
    <Tooltip label={ledger ?? word} side="top">
      <span role="img" aria-label={word} className={classNames(styles.ticks, styles[state])}>
        <Drawing state={state} />
      </span>
    </Tooltip>
  )
}

/** The drawing alone, for where the word stands beside it. */
export function DeliverySign({ state }: Readonly<{ state: DeliveryState }>) {
  return (
    <span aria-hidden className={classNames(styles.ticks, styles[state])}>
      <Drawing state={state} />
    </span>
  )
}

function Drawing({ state }: Readonly<{ state: DeliveryState }>) {
  switch (state) {
    case 'sending':
      return (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="5" />
          <path d="M6 3.4V6l1.7 1.1" />
        </svg>
      )
    case 'stored':
      return (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="5" />
          <path d={check} />
        </svg>
      )
    case 'delivered':
      return (
        <svg viewBox="0 0 19 12" width="19" height="12" aria-hidden>
          <path d="M8.6 10.3A5 5 0 1 1 8.6 1.7" />
          <circle cx="13" cy="6" r="5" />
          <path d={check} transform="translate(7)" />
        </svg>
      )
    case 'read':
      return (
        <svg viewBox="0 0 19 12" width="19" height="12" aria-hidden>
          <path className={styles.filled} d="M7.6 11.2A5.5 5.5 0 1 1 7.6.8 6.5 6.5 0 0 0 7.6 11.2Z" />
          <circle className={styles.filled} cx="13" cy="6" r="5.5" />
          <path className={styles.cut} d={check} transform="translate(7)" />
        </svg>
      )
    case 'failed':
      return (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="5" />
          <path d="M6 3.4v3.1M6 8.6v.01" />
        </svg>
      )
    default:
      return state satisfies never
  }
}
