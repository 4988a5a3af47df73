// What was found, in the order in which it was looked at: a sign with a word, a sentence, and what to do. The one that has a
// figure stands first and large.
import type { DoctorCheck, DoctorState } from '#protocol/doctor-report.ts'
import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '../../../i18n/language.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './checkup.module.css'

const signs: Readonly<Record<DoctorState, LucideIcon>> = {
  ok: CircleCheck,
  warning: TriangleAlert,
  problem: CircleAlert,
}

export function CheckList({ checks }: Readonly<{ checks: readonly DoctorCheck[] }>) {
  const { t } = useTranslation('deskSettings')
  const inOrder = [...checks.filter(hasFigure), ...checks.filter((check) => !hasFigure(check))]
  return (
    <ul aria-label={t('checkup.results')} className={styles.list}>
      {inOrder.map((check) => (
        <Check key={check.id} check={check} />
      ))}
    </ul>
  )
}

const hasFigure = ({ figure }: DoctorCheck): boolean => figure !== null

function Check({ check: { state, name, figure, says, advice } }: Readonly<{ check: DoctorCheck }>) {
  const { t, i18n } = useTranslation('deskSettings')
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return (
    <li className={classNames(styles.check, styles[state])}>
      <Icon of={signs[state]} size={20} className={styles.sign} />
      <div className={styles.words}>
        <h3 className={styles.name}>
          {name[language]}
          <span className={state === 'ok' ? 'spoken' : styles.state}>{t(`checkup.state.${state}`)}</span>
        </h3>
        {figure !== null && <p className={styles.figure}>{figure[language]}</p>}
        <p className={styles.says}>{says[language]}</p>
        {advice !== null && <p className={styles.advice}>{advice[language]}</p>}
      </div>
    </li>
  )
}
