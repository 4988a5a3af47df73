// How an announcement will look to readers of each language that it is written in.
import type { Announcement } from '#protocol'
import { languageNames, languages, languageTags, type Language } from '../../../i18n/language.ts'
import { useUntilWords } from '../../../stores/use-until-words.ts'
import { AnnouncementBar } from '../../../ui/announcement-bar.tsx'
import styles from './announcement.module.css'

type Props = Readonly<{ words: Pick<Announcement, Language>; until: number | undefined }>

export function AnnouncementPreview({ words, until }: Props) {
  const untilWords = useUntilWords()
  return (
    <dl className={styles.previews}>
      {languages
        .filter((language) => words[language].trim() !== '')
        .map((language) => (
          <div key={language} className={styles.preview}>
            <dt className={styles.language}>{languageNames[language]}</dt>
            <dd lang={languageTags[language]} className={styles.sample}>
              <AnnouncementBar text={words[language]} until={until === undefined ? '' : untilWords(until)} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
