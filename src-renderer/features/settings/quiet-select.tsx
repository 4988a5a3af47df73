// Do not disturb: for a while, until tomorrow, or until switched off; says until when while it lasts.
import { useTranslation } from 'react-i18next'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { isQuiet, QUIET_WITHOUT_END, tomorrowMorning } from '../../stores/notice.ts'
import { useMinute } from '../../stores/now-store.ts'
import { useUntilWords } from '../../stores/use-until-words.ts'
import { Select } from '../../ui/select.tsx'
import styles from './settings.module.css'

const choices = ['off', 'half', 'hour', 'tomorrow', 'always'] as const
type Choice = (typeof choices)[number]

function untilOf(choice: Choice, now: number): number {
  switch (choice) {
    case 'off':
      return 0
    case 'half':
      return now + 30 * 60_000
    case 'hour':
      return now + 60 * 60_000
    case 'tomorrow':
      return tomorrowMorning(now)
    case 'always':
      return QUIET_WITHOUT_END
    default:
      return choice satisfies never
  }
}

export function QuietSelect() {
  const { t } = useTranslation('deskSettings')
  const { preferences } = useDesk()
  const quietUntil = usePreference((all) => all.quietUntil)
  const now = useMinute()
  const untilWords = useUntilWords()
  const lasts = isQuiet({ quietUntil }, now)
  const value = !lasts ? 'off' : quietUntil === QUIET_WITHOUT_END ? 'always' : 'lasting'
  const lasting = { value: 'lasting', label: untilWords(quietUntil) } as const
  return (
    <Select<Choice | 'lasting'>
      label={t('notifications.quiet')}
      hideLabel
      className={styles.select}
      value={value}
      onValueChange={(next) => {
        if (next !== 'lasting') preferences.setState({ quietUntil: untilOf(next, Date.now()) })
      }}
      options={[
        ...(value === 'lasting' ? [lasting] : []),
        ...choices.map((choice) => ({ value: choice, label: t(`notifications.quietFor.${choice}`) })),
      ]}
    />
  )
}
