// Which sound one kind of event makes; heard at once when it is chosen.
import { useTranslation } from 'react-i18next'
import { playOnce } from '../../platform/chime.ts'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { soundChoices, type Preferences, type SoundChoice } from '../../stores/preferences-store.ts'
import { Select } from '../../ui/select.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

type Event = keyof Pick<Preferences, 'soundMessage' | 'soundAssigned' | 'soundCalled'>

export function SoundSelect({ of }: Readonly<{ of: Event }>) {
  const { t } = useTranslation('deskSettings')
  const { preferences } = useDesk()
  const chosen = usePreference((all) => all[of])
  const choose = (next: SoundChoice): void => {
    preferences.setState({ [of]: next })
    if (next !== 'none') playOnce(next)
  }
  return (
    <Setting title={t(`notifications.${of}`)} hint={t(`notifications.${of}Hint`)}>
      <Select
        label={t(`notifications.${of}`)}
        hideLabel
        className={styles.select}
        value={chosen}
        onValueChange={choose}
        options={soundChoices.map((value) => ({ value, label: t(`notifications.sounds.${value}`) }))}
      />
    </Setting>
  )
}
