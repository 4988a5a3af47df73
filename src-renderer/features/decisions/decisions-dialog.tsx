// "Routing decisions" of a conversation (D8): every step of its life with its candidates, and "why not her" for a colleague.
import type { AgentId, ConversationId } from '#protocol'
import type { DecisionList } from '#protocol/decision-schemas.ts'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSummary } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useApi } from '../../stores/use-api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DecisionItem } from './decision-item.tsx'
import { useDecisionWords } from './use-decision-words.ts'
import styles from './decisions.module.css'

type DecisionsDialogProps = Readonly<{ id: ConversationId; onClose: () => void }>

export function DecisionsDialog({ id, onClose }: DecisionsDialogProps) {
  const { t } = useTranslation('deskDecisions')
  const start = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<AgentId>()
  const owner = useSummary(id)?.owner
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('title')}
      description={t('lead')}
      initialFocus={start}
    >
      <div ref={start} tabIndex={-1} className={styles.start}>
        {/* Asked again when it changes hands while somebody looks. */}
        <Asked key={owner} id={id} picked={picked} onPick={setPicked} />
      </div>
    </Dialog>
  )
}

type PickProps = Readonly<{
  id: ConversationId
  picked: AgentId | undefined
  onPick: (agent: AgentId | undefined) => void
}>

function Asked(props: PickProps) {
  const { t } = useTranslation('deskDecisions')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const { id } = props
  const ask = useCallback(async () => api.decisions(id), [api, id])
  const { value, code, reload } = useApi(ask)
  if (value !== undefined) return <Decisions {...props} list={value} />
  if (code === undefined) return <Skeleton width="60%" />
  return (
    <Banner
      tone="warning"
      title={t('failed')}
      actions={
        <Button size="small" onClick={reload}>
          {t('again')}
        </Button>
      }
    >
      {errorText(code)}
    </Banner>
  )
}

const NOBODY = '0'

function Decisions({ id, picked, onPick, list }: PickProps & Readonly<{ list: DecisionList }>) {
  const { t } = useTranslation('deskDecisions')
  const locale = useSummary(id)?.visitor.locale ?? ''
  const words = useDecisionWords({ agents: list.agents, visitorLocale: locale })
  if (list.decisions.length === 0) return <p className={styles.facts}>{t('none')}</p>
  const options = [
    { value: NOBODY, label: t('nobody') },
    ...list.agents.filter(({ active }) => active).map((agent) => ({ value: String(agent.id), label: agent.name })),
  ]
  return (
    <>
      <Select
        label={t('pick')}
        description={t('pickHint')}
        options={options}
        value={String(picked ?? NOBODY)}
        onValueChange={(next) => onPick(next === NOBODY ? undefined : (Number(next) as AgentId))}
      />
      <ol className={styles.list}>
        {list.decisions.map((row) => (
          <DecisionItem key={row.offset} row={row} picked={picked} words={words} />
        ))}
      </ol>
    </>
  )
}
