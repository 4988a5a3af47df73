// Asks what the visitor thinks of a conversation that was closed: five faces, a word if they like, or not now.
import { limits } from '#protocol'
import { makeCid } from '#client/make-cid.ts'
import { currentConversation } from '../conversation/visible-conversations.ts'
import { h } from '../dom/element.ts'
import { askedRating, type AskedRating } from '../rating/asked-rating.ts'
import { postRating } from '../rating/post-rating.ts'
import { readRatingDraft, writeRatingDraft, type RatingDraft } from '../rating/rating-draft.ts'
import { TextButton } from './buttons.tsx'
import { errorWords } from './failed-message.tsx'
import type { View, ViewProps } from './view.ts'

const FACE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9.5h.01M15 9.5h.01'
/** From the worst to the best. */
const mouths = ['M8 16.5q4-5 8 0', 'M8.5 15.5q3.5-2 7 0', 'M8.5 15h7', 'M8.5 14q3.5 2.5 7 0', 'M7.5 13.5q4.5 6.5 9 0Z']

const TITLE_ID = 'rating'
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

type RatingProps = ViewProps & { readonly asked: AskedRating; readonly draft: RatingDraft }

const change = ({ widget }: View, draft: RatingDraft, to: Partial<RatingDraft>): void =>
  // Other content is another rating.
  writeRatingDraft(widget.ratingDraft, { ...draft, cid: '', ...to })

function Faces({ view, draft }: RatingProps) {
  const { scores } = view.words.rating
  const choose = (score: number): void => change(view, draft, { score })
  return (
    <div
      class="faces"
      role="radiogroup"
      aria-labelledby={TITLE_ID}
      onkeydown={(event) => {
        const step = steps[event.key]
        if (!step) return
        event.preventDefault()
        const next = ((draft.score || 1) - 1 + step + mouths.length) % mouths.length
        choose(next + 1)
        ;(event.currentTarget.children[next] as HTMLElement).focus()
      }}
    >
      {mouths.map((mouth, index) => (
        <button
          key={index}
          type="button"
          role="radio"
          aria-checked={draft.score === index + 1}
          aria-label={scores[index]}
          title={scores[index]}
          tabindex={(draft.score || 1) === index + 1 ? 0 : -1}
          onclick={() => choose(index + 1)}
        >
          <svg width={32} height={32} viewBox="0 0 24 24" aria-hidden>
            <path d={FACE + mouth} />
          </svg>
        </button>
      ))}
    </div>
  )
}

function Card({ view, asked, draft }: RatingProps) {
  const { words, widget, local, set } = view
  const { rating } = words
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const token = widget.token()
    if (local.isRating || draft.score === 0 || token === undefined) return
    const cid = draft.cid || makeCid((count) => crypto.getRandomValues(new Uint8Array(count)))
    const sent = { ...draft, cid, comment: draft.comment.trim() }
    writeRatingDraft(widget.ratingDraft, sent)
    set({ isRating: true, ratingRefusal: undefined })
    const { score, comment } = sent
    const result = await postRating(widget.options.deskUrl, token, {
      cid,
      conversation: asked.conversation,
      score,
      comment,
    })
    if (result.ok) writeRatingDraft(widget.ratingDraft, { ...sent, state: 'away' })
    set({ isRating: false, ratingRefusal: result.ok ? undefined : result.code })
    if (result.ok) view.parts.field?.focus({ preventScroll: true })
  }
  const failure = local.ratingRefusal
  return (
    <form class="rating" onsubmit={(event) => void send(event)}>
      <div class="rating-head">
        <p id={TITLE_ID} class="strong wide">
          {rating.ask}
        </p>
        <TextButton label={rating.skip} press={() => change(view, draft, { state: 'away' })} />
      </div>
      <Faces view={view} asked={asked} draft={draft} />
      <p class="small" role="status">
        {rating.scores[draft.score - 1] ?? ''}
      </p>
      {draft.score > 0 && [
        <textarea
          key="comment"
          class="comment"
          rows={2}
          value={draft.comment}
          placeholder={rating.comment}
          aria-label={rating.comment}
          dir="auto"
          oninput={({ currentTarget: field }) =>
            change(view, draft, { comment: field.value.slice(0, limits.maxRatingCommentLength) })
          }
        />,
        failure && (
          <p class="problem" role="alert">
            {failure === 'no_answer' ? rating.unsent : errorWords(failure, words)}
          </p>
        ),
        <button type="submit" class="primary" disabled={local.isRating}>
          {local.isRating ? words.message.sending : rating.send}
        </button>,
      ]}
    </form>
  )
}

export function RatingCard({ view }: ViewProps) {
  const { widget, state, words } = view
  const asked = askedRating(currentConversation(state.conversations), widget.now())
  if (!asked) return null
  const { closing, score, comment } = asked
  const kept = readRatingDraft(widget.ratingDraft.get(), closing)
  const draft: RatingDraft = kept ?? { closing, score, comment, cid: '', state: score > 0 ? 'away' : 'asked' }
  if (draft.state === 'asked') return <Card view={view} asked={asked} draft={draft} />
  const said = words.rating.scores[score - 1]
  return (
    said !== undefined && (
      <p class="rating rating-head small">
        <span class="wide">{words.rating.said(said)}</span>
        <TextButton label={words.rating.change} press={() => change(view, draft, { score, comment, state: 'asked' })} />
      </p>
    )
  )
}
