// Tells me, wherever I am on the desk, what a colleague did in a conversation of mine: it would otherwise just be gone.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../stores/desk.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { showToast } from '../ui/toasts.ts'
import { watchInterventions } from './interventions.ts'
import { useCall } from './use-call.ts'

export function useInterventions(): void {
  const { t } = useTranslation('deskWatch')
  const { t: tShell } = useTranslation('deskShell')
  const { session } = useDesk()
  const call = useCall()
  const { client, self } = session
  useEffect(() => {
    const watch = watchInterventions(self.id)
    const hear = (): void => {
      const state = client.state()
      const nameOf = (agent: (typeof self)['id']): string => state.agents.get(agent)?.name ?? t('aColleague')
      for (const { kind, summary, by, to, text } of watch(state)) {
        const visitor = visitorNameOf(tShell, summary.visitor)
        const title = t(kind, { by: nameOf(by), visitor, name: nameOf(to) })
        showToast({ title, ...(text !== '' && { detail: text }) })
        call({ kind: 'colleague', summary, title, body: text })
      }
    }
    hear()
    return client.subscribe(hear)
  }, [client, self, call, t, tShell])
}
