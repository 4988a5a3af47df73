// In the header: colleagues who look at the same conversation, and who of them writes. Names, not only faces; calm for the ear.
import type { ConversationView } from '#client/client-state.ts'
import type { AgentId } from '#protocol'
import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { companyOf, type Companion } from '../../stores/company.ts'
import { useAgent, useClient, useDesk } from '../../stores/desk.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './company.module.css'

/** Faces drawn; of more the number. */
const maxFaces = 3
const nobody: readonly AgentId[] = []

export function Company({ view }: Readonly<{ view: ConversationView }>) {
  const { t } = useTranslation('deskColleagues')
  const { self } = useDesk().session
  const { id } = view.summary
  const isLive = useClient(({ link }) => link.kind === 'live')
  const viewers = useClient((state) => (state.viewers?.conversation === id ? state.viewers.agents : nobody))
  const company = isLive ? companyOf(viewers, view.typing, self.id) : []
  const [first] = company
  if (!first) return null
  const more = company.length - Math.min(company.length, maxFaces)
  return (
    <div className={styles.company}>
      <ul aria-label={t('company.label')} className={styles.faces}>
        {company.slice(0, maxFaces).map((companion) => (
          <Face key={companion.agent} companion={companion} />
        ))}
        {more > 0 && <li className={styles.more}>{t('company.more', { count: more })}</li>}
      </ul>
      <FirstWords companion={first} />
    </div>
  )
}

function useWords({ agent, isWriting }: Companion): { readonly name: string; readonly words: string } {
  const { t } = useTranslation('deskColleagues')
  const name = useAgent(agent)?.name ?? t('aColleague')
  return { name, words: t(isWriting ? 'company.writes' : 'company.views', { name }) }
}

function Face({ companion }: Readonly<{ companion: Companion }>) {
  const { name, words } = useWords(companion)
  return (
    <li className={styles.face} data-writing={companion.isWriting || undefined}>
      <Tooltip label={words}>
        <span className={styles.disc}>
          <Avatar name={name} size={24} decorative />
          {companion.isWriting && <Icon of={PenLine} className={styles.pen} />}
        </span>
      </Tooltip>
      <span className="spoken">{words}</span>
    </li>
  )
}

/** Said already to the ear, by the list. */
function FirstWords({ companion }: Readonly<{ companion: Companion }>) {
  const { words } = useWords(companion)
  return (
    <bdi aria-hidden className={styles.words} title={words}>
      {words}
    </bdi>
  )
}
