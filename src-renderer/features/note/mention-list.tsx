// Under a note while an @ is typed: the colleagues who fit, and whether they are there to hear it now.
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import type { MentionFinder } from './use-mentions.ts'
import styles from './mention-list.module.css'

export function MentionList({ finder }: Readonly<{ finder: MentionFinder }>) {
  const { t } = useTranslation('deskMentions')
  const { t: ui } = useTranslation('ui')
  const { found, active, listId, optionId, pick } = finder
  return (
    <div id={listId} role="listbox" aria-label={t('colleagues')} className={styles.list}>
      {found.map((colleague) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the text field's, which keeps the focus
        <div
          key={colleague.agent.id}
          id={optionId(colleague.agent.id)}
          role="option"
          aria-selected={colleague === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(colleague)}
        >
          <Avatar name={colleague.agent.name} size={24} status={colleague.presence} decorative />
          <bdi className={styles.name}>{colleague.agent.name}</bdi>
          <span className={styles.state}>{ui(`status.${colleague.presence}`)}</span>
        </div>
      ))}
    </div>
  )
}
