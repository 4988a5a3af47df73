// The four figures that one looks for first: who waits, how soon they are answered, who is here, how much is said.
import type { NowAnswer, NowSample } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useOffice } from '../../stores/desk.ts'
import { addressOfNewest, addressOfState } from './drill-down.ts'
import { longestWaitOf, loudestOf, medianLevel } from './figures.ts'
import { Tile } from './tile.tsx'
import styles from './now.module.css'

export function NowTiles({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const targets = useOffice((office) => office.targets)
  const { conversations, queues, firstResponse, messages, visitors, history } = answer
  const longest = longestWaitOf(answer)
  const of = (field: Exclude<keyof NowSample, 'at'>): readonly (number | null)[] =>
    history.samples.map((sample) => sample[field])
  return (
    <ul className={styles.tiles} aria-label={t('figures')}>
      <Tile
        name={t('tile.waiting')}
        value={format.number(conversations.waiting)}
        sub={longest === null ? t('sub.nobodyWaits') : t('sub.oldest', { wait: format.clock(longest) })}
        level={loudestOf(queues, targets)}
        history={of('waiting')}
        href={addressOfState('waiting')}
      />
      <Tile
        name={t('tile.firstResponse')}
        value={firstResponse.medianMs === null ? t('unknown') : format.clock(firstResponse.medianMs)}
        sub={
          firstResponse.count === 0
            ? t('sub.noResponse')
            : t('sub.firstResponse', { shown: format.number(firstResponse.count) })
        }
        level={medianLevel(firstResponse.medianMs, targets)}
        history={of('firstResponseMs')}
      />
      <Tile
        name={t('tile.visitors')}
        value={format.number(visitors)}
        sub={t('sub.visitors')}
        history={of('visitors')}
      />
      <Tile
        name={t('tile.messages')}
        value={format.number(messages.visitors + messages.desk)}
        sub={t('sub.messages', { visitors: format.number(messages.visitors), desk: format.number(messages.desk) })}
        history={of('messages')}
        href={addressOfNewest()}
      />
    </ul>
  )
}
