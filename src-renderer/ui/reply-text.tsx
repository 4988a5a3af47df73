// A quick reply as it will be read, with what was filled in and what is still missing made plain.
import styles from './reply-text.module.css'

export type ReplyTextPart =
  | { readonly kind: 'text' | 'value'; readonly text: string }
  | { readonly kind: 'blank'; readonly name: string }

export function ReplyText({ parts }: Readonly<{ parts: readonly ReplyTextPart[] }>) {
  return (
    <p dir="auto" className={styles.text}>
      {parts.map((part, index) =>
        part.kind === 'blank' ? (
          <span key={index} className={styles.blank}>
            {part.name}
          </span>
        ) : part.kind === 'value' ? (
          <bdi key={index} className={styles.value}>
            {part.text}
          </bdi>
        ) : (
          part.text
        ),
      )}
    </p>
  )
}
