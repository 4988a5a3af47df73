// What only a program can do for a person at this computer: start with it, come by a key from anywhere, check spelling.
import type { ComputerSettings, ShortcutKeys } from '#bridge/bridge-contract.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComputerSettingsApi } from '../../platform/platform.ts'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

type Choice = Exclude<ShortcutKeys, ''> | 'off'

/** The compiler finds what is missing here. */
const shortcuts: Readonly<Record<Choice, null>> = {
  off: null,
  'Alt+Shift+F': null,
  'CommandOrControl+Alt+F': null,
  'CommandOrControl+Shift+Space': null,
}

/** As people read keys. */
const spoken = (keys: string, isMac: boolean): string =>
  keys
    .replace('CommandOrControl', isMac ? '⌘' : 'Ctrl')
    .replace('Alt', isMac ? '⌥' : 'Alt')
    .replaceAll('+', ' + ')

export function ComputerFields({ computer }: Readonly<{ computer: ComputerSettingsApi }>) {
  const { t } = useTranslation('deskSettings')
  const [settings, setSettings] = useState<ComputerSettings>()
  useEffect(() => void computer.read().then(setSettings), [computer])
  if (settings === undefined) return null
  const { shortcut, isShortcutTaken, startsWithSystem, spelling } = settings
  const isMac = navigator.userAgent.includes('Mac')
  const became = (next: Promise<ComputerSettings>): void => void next.then(setSettings)
  return (
    <>
      <Setting title={t('computer.start')} hint={t('computer.startHint')}>
        <Switch
          label={t('computer.startLabel')}
          checked={startsWithSystem}
          onCheckedChange={(isOn) => became(computer.setStartsWithSystem(isOn))}
        />
      </Setting>
      <Setting
        title={t('computer.shortcut')}
        hint={<span role="status">{isShortcutTaken ? t('computer.shortcutTaken') : t('computer.shortcutHint')}</span>}
      >
        <Select
          label={t('computer.shortcut')}
          hideLabel
          className={styles.select}
          value={shortcut === '' ? 'off' : shortcut}
          onValueChange={(keys) => became(computer.setShortcut(keys === 'off' ? '' : keys))}
          options={(Object.keys(shortcuts) as Choice[]).map((value) => ({
            value,
            label: value === 'off' ? t('computer.shortcutOff') : spoken(value, isMac),
          }))}
        />
      </Setting>
      <Setting title={t('computer.spelling')} hint={isMac ? undefined : t('computer.spellingHint')}>
        <Switch
          label={t('computer.spellingLabel')}
          checked={spelling}
          onCheckedChange={(isOn) => became(computer.setSpelling(isOn))}
        />
      </Setting>
    </>
  )
}
