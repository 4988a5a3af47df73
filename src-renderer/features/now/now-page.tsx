// The page Now: what the desk is doing at this moment, for those who lead it. On the wall it is another picture of the same figures.
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { mayDo } from '#protocol/permissions.ts'
import { Download, Lock, Tv } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { showOnWall } from '../../stores/workspace-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AgentTable } from './agent-table.tsx'
import { LastHour } from './last-hour.tsx'
import { NowTiles } from './now-tiles.tsx'
import { OpenStates } from './open-states.tsx'
import { QueueTable } from './queue-table.tsx'
import { ServerFigures } from './server-figures.tsx'
import { useNowFigures, type NowFigures } from './use-now-figures.ts'
import { useNowFiles } from './use-now-files.ts'
import { Wall } from './wall.tsx'
import styles from './now.module.css'

export function NowPage({ wall }: Readonly<{ wall: boolean }>) {
  const { t } = useTranslation('deskNow')
  const { role } = useSelf()
  if (!mayDo(role, 'now.read'))
    return (
      <main className={styles.page}>
        <h1 className={styles.title}>{t('title')}</h1>
        <EmptyState icon={Lock} title={t('notLeading')} hint={t('notLeadingHint')} />
      </main>
    )
  return <Figures wall={wall} />
}

function Figures({ wall }: Readonly<{ wall: boolean }>) {
  const { t } = useTranslation('deskNow')
  const figures = useNowFigures()
  const { answer } = figures
  if (wall) return <Wall figures={figures} />
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <div className={styles.headWords}>
          <h1 className={styles.title}>{t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
        </div>
        {answer && <Actions answer={answer} isLive={figures.code === undefined} />}
      </header>
      <Trouble figures={figures} />
      {answer ? <Everything answer={answer} /> : figures.code === undefined && <Loading />}
    </main>
  )
}

function Actions({ answer, isLive }: Readonly<{ answer: NowAnswer; isLive: boolean }>) {
  const { t } = useTranslation('deskNow')
  const { workspace } = useDesk()
  const format = useFormat()
  const { saveFigures } = useNowFiles(answer)
  return (
    <div className={styles.actions}>
      <span className={styles.clock} data-live={isLive || undefined}>
        {format.timeToSecond(answer.at)}
      </span>
      <Button icon={Download} variant="quiet" onClick={saveFigures}>
        {t('csv')}
      </Button>
      <Button icon={Tv} onClick={() => showOnWall(workspace)}>
        {t('wall.open')}
      </Button>
    </div>
  )
}

/** Old figures say so; a server whose disk refuses says it before everything else. */
function Trouble({ figures: { answer, code } }: Readonly<{ figures: NowFigures }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const errorText = useErrorText()
  const isFailing = answer?.storage.failing === true
  if (code === undefined && !isFailing) return null
  return (
    <div className={styles.trouble}>
      {code !== undefined && (
        <Banner
          tone="warning"
          title={answer === undefined ? t('failed') : t('stale', { time: format.timeToSecond(answer.at) })}
        >
          {errorText(code)} {t('retrying')}
        </Banner>
      )}
      {isFailing && (
        <Banner tone="danger" title={t('failing')}>
          {t('failingHint')}
        </Banner>
      )}
    </div>
  )
}

function Everything({ answer }: Readonly<{ answer: NowAnswer }>) {
  return (
    <div className={styles.everything}>
      <NowTiles answer={answer} />
      <OpenStates conversations={answer.conversations} />
      <div className={styles.pair}>
        <QueueTable answer={answer} />
        <AgentTable answer={answer} />
      </div>
      <LastHour answer={answer} />
      <ServerFigures answer={answer} />
    </div>
  )
}

function Loading() {
  const { t } = useTranslation('deskShell')
  return (
    <div aria-busy role="status" aria-label={t('loading')} className={styles.tiles}>
      {[1, 2, 3, 4].map((tile) => (
        <Skeleton key={tile} shape="block" height="124px" />
      ))}
    </div>
  )
}
