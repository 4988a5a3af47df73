// Desks that this computer joined before: one click leads back, one forgets.
import type { JoinedDesk } from '#bridge/bridge-contract.ts'
import { Link, Lock, X } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesktopProgram } from '../../platform/platform.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './start.module.css'

type JoinedDesksProps = Readonly<{
  desktop: Pick<DesktopProgram, 'joinedDesks' | 'forgetDesk'>
  disabled: boolean
  onJoin: (url: string) => void
}>

export function JoinedDesks({ desktop, disabled, onJoin }: JoinedDesksProps) {
  const { t } = useTranslation('deskStart')
  const id = useId()
  const [desks, setDesks] = useState<readonly JoinedDesk[]>([])
  useEffect(() => void desktop.joinedDesks().then(setDesks), [desktop])
  if (desks.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.before}>
      <h2 id={id} className={styles.section}>
        {t('join.before')}
      </h2>
      <ul className={styles.desks}>
        {desks.map(({ url, isPaired }) => (
          <li key={url} className={styles.desk}>
            <button type="button" disabled={disabled} className={styles.deskButton} onClick={() => onJoin(url)}>
              <Icon of={isPaired ? Lock : Link} />
              <span className={styles.deskWords}>
                <bdi className={styles.deskName}>{new URL(url).host}</bdi>
                <span className={styles.hint}>{t(isPaired ? 'join.paired' : 'join.plain')}</span>
              </span>
            </button>
            <IconButton
              size="small"
              icon={X}
              label={t('join.forget', { desk: new URL(url).host })}
              onClick={() => void desktop.forgetDesk(url).then(setDesks)}
            />
          </li>
        ))}
      </ul>
      <h2 className={styles.section}>{t('join.other')}</h2>
    </section>
  )
}
