// The desktop's first question: be the desk, or join one.
import { Network, Server, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import styles from './start.module.css'

export function ChooseRole({ onHost, onJoin }: Readonly<{ onHost: () => void; onJoin: () => void }>) {
  const { t } = useTranslation('deskStart')
  return (
    <div className={styles.choices}>
      <Choice icon={Server} title={t('choose.host')} hint={t('choose.hostHint')} onChoose={onHost} />
      <Choice icon={Network} title={t('choose.join')} hint={t('choose.joinHint')} onChoose={onJoin} />
    </div>
  )
}

function Choice({
  icon,
  title,
  hint,
  onChoose,
}: Readonly<{ icon: LucideIcon; title: string; hint: string; onChoose: () => void }>) {
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <span className={styles.choiceIcon}>
        <Icon of={icon} size={20} />
      </span>
      <span className={styles.choiceTitle}>{title}</span>
      <span className={styles.hint}>{hint}</span>
    </button>
  )
}
