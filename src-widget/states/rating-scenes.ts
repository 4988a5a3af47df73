// A conversation that was closed: the question, an answer on its way, and what was said.
import type { LinkState } from '#client/client-state.ts'
import { agent, at, clientState, createScript, view, visitor } from '../testing/build-entries.ts'
import { say, sceneNow, type MakeScene } from './scene.ts'

const minute = 60_000
const live = (): LinkState => ({ kind: 'live', since: sceneNow })

type Draft = { readonly score: number; readonly comment: string }

const closed =
  ({ said, draft }: { readonly said?: number; readonly draft?: (locale: 'en' | 'zh') => Draft }): MakeScene =>
  (locale) => {
    const script = createScript()
    script.say(visitor, sceneNow - 9 * minute, say(locale, 'Is the pot dishwasher-safe?', '茶壶可以用洗碗机洗吗？'))
    script.say(
      agent(1),
      sceneNow - 8 * minute,
      say(locale, 'Better by hand: hot water, no soap.', '建议手洗：热水冲净，不用洗洁精。'),
    )
    const closing = script.add(
      'conversation.closed',
      { author: agent(1), at: sceneNow - 2 * minute },
      { reason: 'resolved' },
    )
    if (said !== undefined)
      script.add(
        'conversation.rated',
        { author: visitor, at: sceneNow - minute },
        { cid: 'cid-rating' as never, score: said, comment: '', closedAt: at(0), agent: 0 as never, group: 0 as never },
      )
    const summary = { status: 'closed', owner: 1 as never } as const
    return {
      state: clientState([view(1, script.entries, { summary })], { link: live() }),
      ...(draft && {
        rating: JSON.stringify({ closing: closing.offset, ...draft(locale), cid: '', state: 'asked' }),
      }),
    }
  }

export const ratingScenes = {
  ratingAsked: closed({}),
  ratingChosen: closed({
    draft: (locale) => ({
      score: 2,
      comment: say(
        locale,
        'Friendly, but I had to ask three times before anybody told me about the soap.',
        '态度很好，但问了三遍才有人告诉我不能用洗洁精。',
      ),
    }),
  }),
  ratingSaid: closed({ said: 5 }),
} satisfies Readonly<Record<string, MakeScene>>
