// A key hint: one cap a key. Silent for screen readers, who get aria-keyshortcuts on the control itself.
import styles from './kbd.module.css'
import { keyCaps, thisPlatform } from './key-chord.ts'

export function Kbd({ keys }: Readonly<{ keys: string }>) {
  return (
    <span className={styles.chord} aria-hidden>
      {keyCaps(keys, thisPlatform()).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
