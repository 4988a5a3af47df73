// Now for the office's television: few figures, large enough for four metres, dark, and nothing that wants a pointer.
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { Minimize2 } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useOffice } from '../../stores/desk.ts'
import type { ClockLevel } from '../../stores/response-clock.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SparkLine } from '../../ui/spark-line.tsx'
import { longestWaitOf, loudestOf, medianLevel } from './figures.ts'
import type { NowFigures } from './use-now-figures.ts'
import { useWall } from './use-wall.ts'
import { WallAgents } from './wall-agents.tsx'
import { WallQueues } from './wall-queues.tsx'
import styles from './wall.module.css'

export function Wall({ figures: { answer, code } }: Readonly<{ figures: NowFigures }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const leave = useWall()
  return (
    <main className={styles.wall} data-theme="dark">
      <h1 className="spoken">{t('wall.title')}</h1>
      <header className={styles.head}>
        <span className={styles.clock}>{answer && format.time(answer.at)}</span>
        {code !== undefined && (
          <span role="status" className={styles.stale}>
            {answer === undefined ? t('failed') : t('stale', { time: format.timeToSecond(answer.at) })}
          </span>
        )}
        {answer?.storage.failing === true && (
          <span role="alert" className={styles.failing}>
            {t('failing')}
          </span>
        )}
        <IconButton label={t('wall.leave')} keys="Escape" icon={Minimize2} onClick={leave} className={styles.leave} />
      </header>
      {answer && <Picture answer={answer} />}
    </main>
  )
}

function Picture({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const targets = useOffice((office) => office.targets)
  const { conversations, queues, firstResponse, visitors, messages, history } = answer
  const longest = longestWaitOf(answer)
  return (
    <>
      <section className={styles.waiting} data-level={loudestOf(queues, targets)}>
        <h2 className={styles.name}>{t('tile.waiting')}</h2>
        <Large value={format.number(conversations.waiting)} />
        <p className={styles.longest}>
          {longest === null ? t('sub.nobodyWaits') : t('sub.oldest', { wait: format.clock(longest) })}
        </p>
      </section>
      <div className={styles.figures}>
        <Figure
          name={t('tile.firstResponse')}
          value={firstResponse.medianMs === null ? t('unknown') : format.clock(firstResponse.medianMs)}
          level={medianLevel(firstResponse.medianMs, targets)}
          history={history.samples.map(({ firstResponseMs }) => firstResponseMs)}
        />
        <Figure name={t('states.unanswered')} value={format.number(conversations.unanswered)} />
        <Figure
          name={t('tile.visitors')}
          value={format.number(visitors)}
          history={history.samples.map((sample) => sample.visitors)}
        />
        <Figure
          name={t('tile.messages')}
          value={format.number(messages.visitors + messages.desk)}
          history={history.samples.map((sample) => sample.messages)}
        />
      </div>
      <WallQueues queues={queues} targets={targets} />
      <WallAgents agents={answer.agents} />
    </>
  )
}

type FigureProps = Readonly<{
  name: string
  value: string
  level?: ClockLevel | undefined
  history?: readonly (number | null)[] | undefined
}>

function Figure({ name, value, level = 'calm', history }: FigureProps) {
  return (
    <section className={styles.figure} data-level={level}>
      <h2 className={styles.name}>{name}</h2>
      <Large value={value} />
      {history && (
        <span className={styles.spark}>
          <SparkLine values={history} />
        </span>
      )}
    </section>
  )
}

/** As large as its place allows: a long number is drawn smaller, never cut. */
function Large({ value }: Readonly<{ value: string }>) {
  return (
    <p className={styles.large} style={{ '--signs': Math.max(2, value.length) } as CSSProperties}>
      {value}
    </p>
  )
}
