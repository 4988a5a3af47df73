// A thin bar with words while the desk cannot be reached: what happened, what is safe, when it goes on.
import type { LinkState } from '#client/client-state.ts'
import { h } from '../dom/element.ts'
import type { Words } from '../i18n/en.ts'
import { TextButton } from './buttons.tsx'
import type { ViewProps } from './view.ts'

/** @returns undefined while there is nothing to say: a first connect is short, and the header tells of it. */
const sentence = (link: LinkState, words: Words['bar']): string | undefined => {
  switch (link.kind) {
    case 'idle':
    case 'live':
    case 'syncing':
      return undefined
    case 'connecting':
      return link.attempt > 0 ? words.waiting : undefined
    case 'waiting':
      return words.waiting
    case 'offline':
      return words.offline
    case 'refused':
      return link.code === 'version_unsupported' ? words.outdated : words.refused
    default:
      return link satisfies never
  }
}

export function ConnectionBar({ view: { widget, words, state } }: ViewProps) {
  const { link } = state
  const text = sentence(link, words.bar)
  if (text === undefined) return null
  return (
    <div class="bar">
      <p role="status">{text}</p>
      {link.kind === 'waiting' && (
        <p class="bar-next">
          {/* Read out every second it would be a nuisance. */}
          <span aria-hidden>{words.bar.nextTry(Math.ceil(Math.max(0, link.retryAt - widget.now()) / 1000))}</span>
          <TextButton label={words.bar.tryNow} press={() => widget.client.reconnectNow()} />
        </p>
      )}
    </div>
  )
}
