// The rows of the inbox, in both densities side by side, and what announces itself at the edge.
import { NewPill } from '../../ui/new-pill.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import { SampleInbox } from '../sample-inbox.tsx'
import styles from './inbox-chapter.module.css'

export function InboxChapter() {
  const { inbox } = useWords()
  return (
    <Specimens>
      <Specimen code="conversation-row · comfortable">
        <div className={styles.frame} data-density="comfortable">
          <SampleInbox label={`${inbox.label} 1`} />
        </div>
      </Specimen>
      <Specimen code="conversation-row · compact, new-pill">
        <div className={styles.frame} data-density="compact">
          <NewPill count={3} edge="top" onSelect={() => undefined} />
          <SampleInbox label={`${inbox.label} 2`} />
        </div>
      </Specimen>
      <Specimen code="skeleton">
        <div className={styles.frame} aria-busy>
          {[72, 40, 56].map((share) => (
            <div key={share} className={styles.loading}>
              <Skeleton shape="disc" width="40px" />
              <div className={styles.lines}>
                <Skeleton width={`${share}%`} />
                <Skeleton width="88%" />
              </div>
            </div>
          ))}
        </div>
      </Specimen>
    </Specimens>
  )
}
