// For whoever looks for a fault: the connection in words, and the report exactly as it would be sent.
import { Copy, FileText, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frameRecord } from '../../platform/frame-record.ts'
import { useClient, useDesk } from '../../stores/desk.ts'
import { diagnosticsReport } from '../../stores/diagnostics-report.ts'
import { Button } from '../../ui/button.tsx'
import { Setting, SettingsBody } from './setting.tsx'
import styles from './diagnostics.module.css'

export function DiagnosticsPage() {
  const { t } = useTranslation('deskSettings')
  const { actions, platform } = useDesk()
  const { desktop } = platform
  const link = useClient((state) => state.link.kind)
  const { report, again } = useReport()
  return (
    <SettingsBody title={t('page.diagnostics')} lead={t('diagnostics.lead')}>
      <Setting title={t('diagnostics.link')} hint={<span role="status">{t(`diagnostics.linkKind.${link}`)}</span>}>
        {desktop && (
          <Button icon={FileText} onClick={() => desktop.showLogFile()}>
            {t('about.showLog')}
          </Button>
        )}
      </Setting>
      <Setting title={t('diagnostics.report')} hint={t('diagnostics.reportHint')}>
        <div className={styles.actions}>
          <Button icon={RotateCw} onClick={again}>
            {t('diagnostics.again')}
          </Button>
          <Button variant="primary" icon={Copy} onClick={() => void actions.copy(report)}>
            {t('diagnostics.copy')}
          </Button>
        </div>
      </Setting>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container needs the focus for arrow keys */}
      <pre lang="en" tabIndex={0} role="region" aria-label={t('diagnostics.report')} className={styles.report}>
        {report}
      </pre>
    </SettingsBody>
  )
}

/** As it was when the page was opened or `again` was pressed: nothing moves under the eyes. */
function useReport(): { readonly report: string; readonly again: () => void } {
  const { session, platform } = useDesk()
  const [report, setReport] = useState('')
  const [reads, setReads] = useState(0)
  useEffect(() => {
    const { client, api, url } = session
    const { desktop } = platform
    const at = Date.now()
    const { link, conversations, outbox } = client.state()
    const seen = { link, conversations: conversations.size, unsent: outbox.length }
    const counts = client.diagnostics()
    const frames = frameRecord.frames()
    let isOver = false
    const program = platform.version ?? 'in a browser'
    const hosting = desktop?.host().kind ?? 'no'
    const place = { program, client: platform.clientName, deskUrl: url, hosting }
    const show = (server: string, log: readonly string[]): void => {
      if (!isOver) setReport(diagnosticsReport({ at, ...place, ...seen, server, counts, frames, log }))
    }
    void (async () => {
      const asked = api.desk()
      const log = (await desktop?.logLines()) ?? []
      // A desk that is gone takes its time to be given up; the rest need not wait for it.
      show('not answered yet', log)
      const desk = await asked
      show(desk.ok ? desk.value.version : `unknown (${desk.code})`, log)
    })()
    return () => {
      isOver = true
    }
  }, [session, platform, reads])
  return { report, again: () => setReads((before) => before + 1) }
}
