// A password: hidden or shown, with a word when Caps Lock is on, as the person cannot see it.
import { Eye, EyeOff } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'suffix' | 'icon' | 'dir'>

export function PasswordField({ description, ...field }: PasswordFieldProps) {
  const { t } = useTranslation('ui')
  const [isShown, setShown] = useState(false)
  const [hasCapsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent<HTMLInputElement>): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      dir="ltr"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      description={hasCapsLock ? t('password.capsLock') : description}
      onKeyDown={watch}
      onKeyUp={watch}
      onBlur={() => setCapsLock(false)}
      suffix={
        <IconButton
          size="small"
          icon={isShown ? EyeOff : Eye}
          label={isShown ? t('password.hide') : t('password.show')}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}
