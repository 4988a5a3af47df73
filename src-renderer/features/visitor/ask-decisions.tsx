// The way to "Routing decisions", for those who may ask: who has the conversation, and who leads.
import type { AgentId } from '#protocol'
import { mayDo } from '#protocol/permissions.ts'
import { Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { Button } from '../../ui/button.tsx'
import styles from './visitor.module.css'

export function AskDecisions({ owner }: Readonly<{ owner: AgentId }>) {
  const { t } = useTranslation('deskVisitor')
  const { workspace } = useDesk()
  const self = useSelf()
  if (owner !== self.id && !mayDo(self.role, 'decisions.read')) return null
  return (
    <div className={styles.ask}>
      <Button size="small" icon={Waypoints} keys="Y" onClick={() => workspace.setState({ dialog: 'decisions' })}>
        {t('why.decisions')}
      </Button>
    </div>
  )
}
