// What variables in quick replies stand for in one conversation, at this moment.
import type { ConversationId } from '#protocol'
import { useMemo } from 'react'
import { useClient, useSelf, useSummary } from '../../stores/desk.ts'
import { useMinute } from '../../stores/now-store.ts'
import type { ReplyFacts } from '../../stores/replies/reply-variables.ts'

/** In the visitor's own language: it is them who read it. */
function dateFor(locale: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat(locale === '' ? undefined : locale, { dateStyle: 'long' }).format(now)
  } catch {
    // A locale that a browser made up.
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(now)
  }
}

export function useReplyFacts(id: ConversationId): ReplyFacts | undefined {
  const visitor = useSummary(id)?.visitor
  const { name: agentName } = useSelf()
  const page = useClient(({ visitorPages }) => visitor && visitorPages.get(visitor.id)) ?? visitor?.page
  const now = useMinute()
  return useMemo(
    () => visitor && { visitor, page, agentName, date: dateFor(visitor.locale, new Date(now)) },
    [visitor, page, agentName, now],
  )
}
