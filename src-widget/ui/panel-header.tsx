// Who one is talking to, and what is known about the connection; nothing that is not known.
import type { LinkState } from '#client/client-state.ts'
import { counterpartOf } from '../conversation/counterpart.ts'
import { h } from '../dom/element.ts'
import type { BubbleWords } from '../i18n/bubble-en.ts'
import { ToolButton } from './buttons.tsx'
import { Face } from './face.tsx'
import type { FrameProps } from './frame.ts'

const linkWords = (link: LinkState, words: BubbleWords['link']): string => {
  switch (link.kind) {
    case 'live':
    case 'offline':
    case 'refused':
    case 'waiting':
      return words[link.kind]
    case 'connecting':
      return link.attempt > 0 ? words.waiting : words.connecting
    case 'idle':
    case 'syncing':
      return words.connecting
    default:
      return link satisfies never
  }
}

export const TITLE_ID = 'title'

export function PanelHeader({ frame: { widget, words, state } }: FrameProps) {
  const { link, conversations } = state
  const { name } = counterpartOf(conversations, widget.agentNames.get())
  const desk = widget.options.title ?? widget.deskName.get() ?? words.deskName
  const isSoundOn = widget.isSoundOn.get()
  /** The heading of its own page, one of many on a shop's. */
  const Title = widget.options.mode === 'page' ? 'h1' : 'h2'
  return (
    <div class="header">
      <Face name={name} />
      <div class="wide">
        <Title id={TITLE_ID} class="name" dir="auto">
          {name ?? desk}
        </Title>
        <p class="status small">
          <i class={link.kind} />
          <span role="status">{linkWords(link, words.link)}</span>
          {name !== undefined && (
            <span class="name" dir="auto">
              · {desk}
            </span>
          )}
        </p>
      </div>
      <ToolButton
        icon={isSoundOn ? 'soundOn' : 'soundOff'}
        label={isSoundOn ? words.sound.on : words.sound.off}
        press={() => widget.isSoundOn.set(!isSoundOn)}
      />
      {widget.options.mode === 'bubble' && (
        <ToolButton icon="close" label={words.launcher.close} press={widget.close} />
      )}
    </div>
  )
}
