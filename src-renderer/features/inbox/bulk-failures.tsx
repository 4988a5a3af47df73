// What of an order for many could not be done: for each, who it is and why.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './bulk.module.css'

export function BulkFailures() {
  const { t } = useTranslation('deskBulk')
  const { bulk, selection } = useDesk()
  const { failures, succeeded } = useStore(bulk)
  const conversations = useClient((state) => state.conversations)
  const visitorName = useVisitorName()
  const errorText = useErrorText()
  if (failures.length === 0) return null
  const close = (): void => bulk.setState({ failures: [] })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('failed.title', { count: failures.length })}
      description={succeeded === 0 ? undefined : t('failed.others', { count: succeeded })}
      footer={
        <>
          <Button
            onClick={() => {
              selection.pick(failures.map(({ id }) => id))
              close()
            }}
          >
            {t('failed.pick')}
          </Button>
          <Button variant="primary" onClick={close}>
            {t('failed.done')}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {failures.map(({ id, code }) => {
          const visitor = conversations.get(id)?.summary.visitor
          return (
            <li key={id} className={styles.failure}>
              <bdi className="truncate">{visitor ? visitorName(visitor) : t('failed.gone', { id })}</bdi>
              <span className={styles.why}>{errorText(code)}</span>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
