// A person's initials on their hue, a bot's sign, or the team's. Always decorative: the name stands beside it.
import { h } from '../dom/element.ts'
import { initialsOf, personHue } from '../text/initials.ts'
import { Icon } from './icons.tsx'

export type FaceProps = { readonly name: string | undefined; readonly isBot?: boolean }

export function Face({ name, isBot = false }: FaceProps) {
  const isPerson = name !== undefined && !isBot
  return (
    <span class="face" style={{ '--hue': isPerson ? personHue(name) : 220 }} aria-hidden>
      {isPerson ? initialsOf(name) : <Icon name={isBot ? 'bot' : 'people'} size={18} />}
    </span>
  )
}
