// The pages before the one that the visitor is on, newest first, with their times; a few at first.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useMinute } from '../../stores/now-store.ts'
import { Button } from '../../ui/button.tsx'
import { PageLink } from './page-link.tsx'
import type { TrailPage } from './told-trail.ts'
import styles from './visitor.module.css'

const SHOWN_AT_FIRST = 4
const DAY_MS = 86_400_000

export function VisitorTrail({ before }: Readonly<{ before: readonly TrailPage[] }>) {
  const { t } = useTranslation('deskVisitor')
  const format = useFormat()
  const now = useMinute()
  const [isWhole, setWhole] = useState(false)
  if (before.length === 0) return null
  const hidden = isWhole ? 0 : before.length - SHOWN_AT_FIRST
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('trail.title')}</h3>
      <ol className={styles.trail}>
        {before.slice(0, isWhole ? before.length : SHOWN_AT_FIRST).map((page) => (
          <li key={page.at} className={styles.step}>
            <time className={styles.stepTime} dateTime={new Date(page.at).toISOString()}>
              {now - page.at < DAY_MS ? format.time(page.at) : format.stamp(page.at, now)}
            </time>
            <PageLink {...page} />
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
          {t('trail.more', { count: hidden })}
        </Button>
      )}
    </section>
  )
}
