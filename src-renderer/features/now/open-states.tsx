// The open conversations as one bar in four parts, each named with its figure and leading to its conversations.
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { conversationStates } from '../../stores/conversation-state.ts'
import { addressOfState } from './drill-down.ts'
import styles from './now.module.css'

export function OpenStates({ conversations }: Pick<NowAnswer, 'conversations'>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const all = conversationStates.reduce((sum, state) => sum + conversations[state], 0)
  return (
    <section className={styles.section} aria-labelledby="now-states">
      <div className={styles.sectionHead}>
        <h2 id="now-states" className={styles.sectionTitle}>
          {t('states.title')} <span className={styles.sum}>{format.number(all)}</span>
        </h2>
      </div>
      <div aria-hidden className={styles.stateBar}>
        {conversationStates.map(
          (state) =>
            conversations[state] > 0 && (
              <span
                key={state}
                data-state={state}
                className={styles.statePart}
                style={{ flexGrow: conversations[state] }}
              />
            ),
        )}
      </div>
      <ul className={styles.states}>
        {conversationStates.map((state) => (
          <li key={state}>
            <a href={addressOfState(state)} className={styles.state}>
              <span className={styles.stateName}>
                <span aria-hidden data-state={state} className={styles.stateSign} />
                {t(`states.${state}`)}
              </span>
              <span className={styles.stateCount}>{format.number(conversations[state])}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
