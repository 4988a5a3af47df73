import { agent, visitor, type Scenario } from '../scenario.ts'

export const praise: readonly Scenario[] = [
  {
    topic: 'praise',
    weight: 4,
    opens: [
      'Just wanted to say the {tea} is wonderful. That’s all :)',
      'Got my {ware} today and it’s even nicer than in the pictures',
      'No complaint for once! My order came in four days, all the way to {city}',
      'V>Hi! Odd question: can one visit your tea garden?',
      'The handwritten card made my day, thank you',
    ],
    turns: [
      agent(
        'That is so kind of you. I’ll pass it on to the people who made it.',
        'You just made our day as well. Thank you for taking the time.',
        'v>Yes, in April, for small groups. Shall I put you on the list?',
      ),
      visitor(
        'A>Any recommendation for what to try next?',
        'You’re welcome, keep it up',
        'I’ve already told two friends',
        'v>Yes please, two people',
      ),
      agent(
        'a>If you liked that one, try {tea2}. I’ll put a sample into your next parcel.',
        'v>You’re on it. We’ll write in March with the dates.',
        'Then there’s a small thank-you in your next parcel.',
      ),
    ],
  },
]
