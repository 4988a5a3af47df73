// Where the visitor is and what they use: page, where they came from, device, browser, language.
import type { VisitorProfile } from '#protocol'
import { useTranslation } from 'react-i18next'
import { readUserAgent } from '../../platform/client-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../stores/now-store.ts'
import { hostOf, pathOf } from './page-address.ts'
import { LocalClock, useOffsetOf } from './local-clock.tsx'
import { PageLink } from './page-link.tsx'
import type { ToldTrail } from './told-trail.ts'
import styles from './visitor.module.css'

type Props = Readonly<{ visitor: VisitorProfile; online: boolean; trail: ToldTrail }>

export function VisitorFacts({ visitor, online, trail }: Props) {
  const { t, i18n } = useTranslation('deskVisitor')
  const { page, since, referrer } = trail
  const { browser, system, device } = readUserAgent(visitor.userAgent)
  const offsetMs = useOffsetOf(page.zone ?? '')
  const isKnown = visitor.userAgent !== ''
  return (
    <section className={styles.section}>
      <dl className={styles.facts}>
        {page.url !== '' && (
          <Fact term={online ? t('pageNow') : t('pageLast')}>
            <PageLink url={page.url} title={page.title} />
            <span className={styles.path}>
              {online && <span className={styles.live} aria-hidden />}
              {page.title !== '' && <bdi className="truncate">{pathOf(page.url)}</bdi>}
              {online && since > 0 && <Since at={since} />}
            </span>
          </Fact>
        )}
        {referrer !== '' && (
          <Fact term={t('from')}>
            <span title={referrer}>{hostOf(referrer)}</span>
          </Fact>
        )}
        {isKnown && (
          <>
            <Fact term={t('device')}>
              {[t(`deviceName.${device}`), system].filter((part) => part !== '').join(' · ')}
            </Fact>
            <Fact term={t('browser')}>{browser === '' ? t('unknown') : browser}</Fact>
          </>
        )}
        {offsetMs !== undefined && (
          <Fact term={t('clock.term')}>
            <LocalClock offsetMs={offsetMs} />
          </Fact>
        )}
        {visitor.locale !== '' && <Fact term={t('language')}>{languageName(visitor.locale, i18n.language)}</Fact>}
      </dl>
    </section>
  )
}

function Fact({ term, children }: Readonly<{ term: string; children: React.ReactNode }>) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}

/** How long they have been there; a clock only while they are. */
function Since({ at }: Readonly<{ at: number }>) {
  const format = useFormat()
  return <span className="tabular">{format.clock(Math.max(0, useNow() - at))}</span>
}

function languageName(locale: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(locale) ?? locale
  } catch {
    // Not a language tag at all: shown as the visitor's browser said it.
    return locale
  }
}
