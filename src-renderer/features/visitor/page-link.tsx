// A page of the shop's site: its title and its path.
import { pathOf } from './page-address.ts'
import styles from './visitor.module.css'

/** A visitor's page may be anything that a stranger's script claims: only web addresses become links. */
export function PageLink({ url, title }: Readonly<{ url: string; title: string }>) {
  const words = title === '' ? pathOf(url) : title
  const isWeb = /^https?:\/\//i.test(url)
  return isWeb ? (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url} className={styles.page} dir="auto">
      {words}
    </a>
  ) : (
    <span className={styles.page} dir="auto">
      {words}
    </span>
  )
}
