import { agent, visitor, type Scenario } from '../scenario.ts'

export const stock: readonly Scenario[] = [
  {
    topic: 'stock',
    weight: 5,
    opens: [
      'When will the {ware} be back in stock?',
      'Is the {tea} sold out for good?',
      'L>I need {days} tins of {tea}, but the site only lets me order one',
      'Do you still have last year’s {tea}? Can’t find it any more',
    ],
    turns: [
      agent(
        'Let me ask the warehouse, one moment.',
        'The next batch is on its way, let me see when exactly.',
        'l>That limit is for fairness in spring, I can lift it for you.',
      ),
      visitor('Thanks!', 'Fingers crossed', 'ok', 'l>Oh that would be great'),
      agent(
        'R>It comes in around {arrival}. Shall I set one aside for you?',
        'S>That lot is finished, but {tea2} comes from the same garden and is very close.',
        'l>Done. You can put {days} in your basket now, it holds until tonight.',
      ),
      visitor(
        'r>Yes please, one for me',
        'r>Please do, no rush',
        's>I’ll give it a try then',
        's>Hmm, let me think about it',
        'l>Works, ordering right now',
      ),
      agent(
        'r>Reserved under your name. I’ll write to you here the day it arrives.',
        's>I can add a small sample to your next parcel so you can compare.',
        'l>Lovely. It ships tomorrow morning.',
      ),
    ],
  },
]
