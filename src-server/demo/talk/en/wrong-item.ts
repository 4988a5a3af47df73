import { agent, visitor, type Scenario } from '../scenario.ts'

export const wrongItem: readonly Scenario[] = [
  {
    topic: 'wrong-item',
    weight: 4,
    opens: [
      'W>I ordered {tea} but got {tea2}',
      'M>One tin is missing from order {order}',
      'W>I think I’ve got someone else’s parcel, there’s a {ware} in it I never ordered',
      'M>The free sample wasn’t in the box',
    ],
    turns: [
      agent(
        'w>Sorry, that’s our mix-up. Could you tell me the number on the packing slip?',
        'm>I’m sorry. Let me compare it with the packing photo.',
      ),
      visitor('w>It says {order}', 'w>There was no slip in the box', 'm>Thanks', 'm>Sure'),
      agent(
        'wK>Two labels were swapped. The right one ships today, and please keep what you have as an apology.',
        'wR>Thanks, I see what happened. I’ll send yours today and a prepaid label for the other one.',
        'm>You’re right, it never went in. It’s being packed now and reaches you by {arrival}.',
      ),
      visitor(
        'k>Really? That’s generous',
        'r>No problem, I’ll drop it off tomorrow',
        'm>Great, thanks for checking',
        'm>That was easy',
      ),
    ],
    notes: ['Two parcels swapped, please find the other customer, order {order}.'],
  },
]
