// A person's initial on their hue, a bot's sign, or the team's. Always decorative: the name stands beside it.
import { h } from '../dom/element.ts'
import { initialOf, personHue } from '../text/initials.ts'
import { Icon } from './icons.tsx'

export type FaceProps = { readonly name: string | undefined; readonly isBot?: boolean }

export function Face({ name, isBot = false }: FaceProps) {
  const isPerson = name !== undefined && !isBot
  return (
    <span class="face" style={isPerson ? { '--hue': personHue(name) } : undefined} aria-hidden>
      {isPerson ? initialOf(name) : <Icon name={isBot ? 'bot' : 'people'} size={18} />}
    </span>
  )
}
