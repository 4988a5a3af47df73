// Language, looks and keys of this person on this computer. Each acts at once.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../../i18n/i18n.ts'
import {
  languageNames,
  languageOf,
  languages,
  readLanguageChoice,
  storeLanguageChoice,
  type LanguageChoice,
} from '../../i18n/language.ts'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { densities, sendKeys, themes } from '../../stores/preferences-store.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ComputerFields } from './computer-fields.tsx'
import { Setting, SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

export function GeneralPage() {
  const { t } = useTranslation('deskSettings')
  const { preferences, platform } = useDesk()
  const { theme, density, sendKey, singleKeys } = usePreference((all) => all)
  return (
    <SettingsBody title={t('page.general')} lead={t('general.lead')}>
      <Setting title={t('general.language')} hint={t('general.languageHint')}>
        <LanguageSelect />
      </Setting>
      <Setting title={t('general.theme')} hint={t('general.themeHint')}>
        <SegmentedControl
          label={t('general.theme')}
          value={theme}
          onValueChange={(next) => preferences.setState({ theme: next })}
          segments={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Setting>
      <Setting title={t('general.density')} hint={t('general.densityHint')}>
        <SegmentedControl
          label={t('general.density')}
          value={density}
          onValueChange={(next) => preferences.setState({ density: next })}
          segments={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
        />
      </Setting>
      <Setting title={t('general.send')} hint={t('general.sendHint')}>
        <RadioGroup
          label={t('general.send')}
          hideLabel
          value={sendKey}
          onValueChange={(next) => preferences.setState({ sendKey: next })}
          options={sendKeys.map((value) => ({ value, label: t(`send.${value}`) }))}
        />
      </Setting>
      <Setting title={t('general.singleKeys')} hint={t('general.singleKeysHint')}>
        <Switch
          label={t('general.singleKeysLabel')}
          checked={singleKeys}
          onCheckedChange={(next) => preferences.setState({ singleKeys: next })}
        />
      </Setting>
      {platform.desktop !== undefined && <ComputerFields computer={platform.desktop.computer} />}
    </SettingsBody>
  )
}

function LanguageSelect() {
  const { t } = useTranslation('deskSettings')
  const { platform } = useDesk()
  const [choice, setChoice] = useState<LanguageChoice>(() => readLanguageChoice(window.localStorage))
  const choose = (next: LanguageChoice): void => {
    setChoice(next)
    storeLanguageChoice(window.localStorage, next)
    const language = languageOf(next, navigator.languages)
    platform.setLanguage(language)
    void setLanguage(language)
  }
  return (
    <Select
      label={t('general.language')}
      hideLabel
      className={styles.select}
      value={choice}
      onValueChange={choose}
      options={[
        { value: 'auto', label: t('language.auto') },
        ...languages.map((value) => ({ value, label: languageNames[value] })),
      ]}
    />
  )
}
