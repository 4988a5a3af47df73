// What one recalled in this window can be put back where it is written; nobody else has the words any more.
import type { Cid, ConversationId } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useDesk, useSummary } from '../../stores/desk.ts'
import { isOursToAnswer } from '../../stores/ownership.ts'
import { useRevise } from '../../stores/use-revise.ts'
import styles from './timeline.module.css'

export function WriteAgain({ id, cid }: Readonly<{ id: ConversationId; cid: Cid }>) {
  const { t } = useTranslation('deskConversation')
  const { edits, session } = useDesk()
  const summary = useSummary(id)
  const words = useStore(edits, ({ recalled }) => recalled.get(cid))
  const { writeAgain } = useRevise(id)
  const hasPlace = words?.isNote === true || (summary && isOursToAnswer(summary, session.self.id))
  if (words === undefined || !hasPlace) return null
  return (
    <button type="button" className={styles.writeAgain} onClick={() => writeAgain(words)}>
      {t('revise.again')}
    </button>
  )
}
