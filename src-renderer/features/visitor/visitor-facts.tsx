// Where the visitor is and what they use: page, where they came from, browser, language.
import type { VisitorProfile } from '#protocol'
import { useTranslation } from 'react-i18next'
import { readUserAgent } from '../../platform/client-name.ts'
import { useClient } from '../../stores/desk.ts'
import { hostOf, pathOf } from './page-address.ts'
import styles from './visitor.module.css'

export function VisitorFacts({ visitor, online }: Readonly<{ visitor: VisitorProfile; online: boolean }>) {
  const { t, i18n } = useTranslation('deskVisitor')
  const page = useClient(({ visitorPages }) => visitorPages.get(visitor.id)) ?? visitor.page
  const { browser, system } = readUserAgent(visitor.userAgent)
  return (
    <section className={styles.section}>
      <dl className={styles.facts}>
        {page.url !== '' && (
          <Fact term={online ? t('pageNow') : t('pageLast')}>
            <PageLink url={page.url} title={page.title} />
          </Fact>
        )}
        {page.referrer !== '' && (
          <Fact term={t('from')}>
            <span title={page.referrer}>{hostOf(page.referrer)}</span>
          </Fact>
        )}
        {browser !== '' && <Fact term={t('browser')}>{browser}</Fact>}
        {system !== '' && <Fact term={t('system')}>{system}</Fact>}
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

/** A visitor's page may be anything that a stranger's script claims: only web addresses become links. */
function PageLink({ url, title }: Readonly<{ url: string; title: string }>) {
  const words = title === '' ? pathOf(url) : title
  const address = title === '' ? '' : pathOf(url)
  const isWeb = /^https?:\/\//i.test(url)
  return (
    <>
      {isWeb ? (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url} className={styles.page}>
          {words}
        </a>
      ) : (
        <span className={styles.page}>{words}</span>
      )}
      {address !== '' && <span className={styles.path}>{address}</span>}
    </>
  )
}

function languageName(locale: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(locale) ?? locale
  } catch {
    // Not a language tag at all: shown as the visitor's browser said it.
    return locale
  }
}
