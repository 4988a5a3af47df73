// A text with those whom it calls set apart; a call of oneself stands out.
import { callParts, type Called } from './call-parts.ts'
import styles from './called-text.module.css'

export type CalledTextProps = Readonly<{ text: string; called: readonly Called[]; me: number }>

export function CalledText({ text, called, me }: CalledTextProps) {
  return (
    <>
      {callParts(text, called).map((part, index) =>
        part.called === undefined ? (
          part.text
        ) : (
          <b
            key={index} // parts of one text never move
            className={styles.called}
            data-me={part.called === me || undefined}
          >
            {part.text}
          </b>
        ),
      )}
    </>
  )
}
