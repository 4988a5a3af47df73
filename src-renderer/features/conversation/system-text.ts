// A system line in words: what happened to the conversation, by whom, and why.
import { EVERYONE, isRecalled, NO_AGENT, type AgentId, type AgentState } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../stores/desk.ts'
import type { SystemEntry } from './timeline.ts'

/** The face and the word: either alone may not be seen or not be read. */
const okay = { face: '😐', word: 'okay' } as const
const scores = [
  { face: '😠', word: 'worst' },
  { face: '🙁', word: 'bad' },
  okay,
  { face: '🙂', word: 'good' },
  { face: '😊', word: 'best' },
] as const

/** Who has which name now; entries remember names for agents that are long gone. */
const nameIn = (agents: ReadonlyMap<AgentId, AgentState>, id: number, remembered = ''): string =>
  agents.get(id as AgentId)?.name ?? remembered

export function useSystemText(): (entry: SystemEntry) => string {
  const { t } = useTranslation('deskConversation')
  const agents = useClient((state) => state.agents)
  return (entry) => {
    const by = entry.author.kind === 'agent' ? nameIn(agents, entry.author.id) : ''
    switch (entry.kind) {
      case 'conversation.opened': {
        const page = entry.body.visitor.page.title || entry.body.visitor.page.url
        return page === '' ? t('system.opened') : t('system.openedOn', { page })
      }
      case 'conversation.assigned': {
        const { agent, agentName, reason } = entry.body
        const name = nameIn(agents, agent, agentName)
        if (agent === NO_AGENT) return by === '' ? t('system.queued') : t('system.queuedBy', { by })
        if (reason?.rule === 'reply') return t('system.tookByReply', { name })
        if (entry.author.kind === 'agent')
          return entry.author.id === agent ? t('system.took', { name }) : t('system.gave', { by, name })
        const winner = reason?.candidates.find((candidate) => candidate.agent === agent)
        return winner
          ? t('system.assignedLoad', { name, load: winner.load, capacity: winner.capacity })
          : t('system.assigned', { name })
      }
      case 'conversation.transferred':
        if (entry.author.id === entry.body.to) return t('system.tookOver', { name: by })
        return t('system.transferred', { by, name: nameIn(agents, entry.body.to, entry.body.toName) })
      case 'conversation.queued': {
        const { group, groupName, front } = entry.body
        if (front) return t('system.inFront')
        const name = group === EVERYONE ? t('everyone') : groupName
        return by === '' ? t('system.queuedTo', { group: name }) : t('system.movedTo', { by, group: name })
      }
      case 'note.added':
        return t(isRecalled(entry) ? 'system.noteRecalled' : 'system.noted', { by })
      case 'conversation.closed':
        return entry.body.reason === 'silence' || by === ''
          ? t(`system.closed.${entry.body.reason}`)
          : t(`system.closedBy.${entry.body.reason}`, { by })
      case 'conversation.reopened':
        return by === '' ? t('system.reopened') : t('system.reopenedBy', { by })
      case 'conversation.rated': {
        const { face, word } = scores[entry.body.score - 1] ?? okay
        return t('system.rated', { face, word: t(`system.score.${word}`) })
      }
      default:
        return entry satisfies never
    }
  }
}
