// What a person wrote, as they wrote it: line breaks kept, direction by its own script, links made safe to follow.
import { linkParts } from './link-parts.ts'
import styles from './message-text.module.css'
import { textLanguage } from './text-language.ts'

export function MessageText({ text }: Readonly<{ text: string }>) {
  return (
    <p dir="auto" lang={textLanguage(text)} className={styles.text}>
      {linkParts(text).map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a
            key={index} // parts of one text never move
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            dir="ltr"
            className={styles.link}
          >
            {part.text}
          </a>
        ),
      )}
    </p>
  )
}
