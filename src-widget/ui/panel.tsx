// The conversation's window: beside the page, over the whole of a small screen, or a page of its own. Its frame is here; its
// content comes with the second part, and until then there is an outline, or words.
import { h } from '../dom/element.ts'
import { TextButton } from './buttons.tsx'
import { keepFocusInside } from './focus.ts'
import type { FrameProps } from './frame.ts'
import { PanelHeader, TITLE_ID } from './panel-header.tsx'

function Loading({ frame: { panel, words } }: FrameProps) {
  const { loading, missing, reload, tryNow } = words.part
  const isMissing = panel.isFailed()
  return (
    <div
      key="loading"
      class={isMissing ? 'place missing' : 'place'}
      role="status"
      aria-label={isMissing ? undefined : loading}
    >
      {isMissing ? (
        [<p>{missing}</p>, <p class="small">{reload}</p>, <TextButton label={tryNow} press={panel.want} />]
      ) : (
        <p class="shape" />
      )}
    </div>
  )
}

export function Panel({ frame }: FrameProps) {
  const { widget, isFull, parts, content } = frame
  const isPage = widget.options.mode === 'page'
  return (
    <section
      key="panel"
      ref={(panel) => (parts.panel = panel)}
      class={isFull || isPage ? 'panel full' : 'panel'}
      role={isPage ? 'main' : 'dialog'}
      aria-modal={isFull || undefined}
      aria-labelledby={TITLE_ID}
      tabindex={-1}
      onkeydown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && !content?.closeInnermost()) widget.close()
        if (isFull) keepFocusInside(event, event.currentTarget)
      }}
      {...content?.handlers}
    >
      <PanelHeader frame={frame} />
      {content ? content.describe(frame) : <Loading frame={frame} />}
    </section>
  )
}
