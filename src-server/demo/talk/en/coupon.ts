import { agent, visitor, type Scenario } from '../scenario.ts'

export const coupon: readonly Scenario[] = [
  {
    topic: 'coupon',
    weight: 5,
    opens: [
      'C>The code {code} doesn’t work, it says “not applicable”',
      'D>I ordered yesterday and today it’s {percent}% off. Any chance of a price adjustment?',
      'S>Are there any sales coming up? I’m almost out of {tea}',
      'C>Hi, I signed up for the newsletter but never got the discount code',
      'S>Do you have a student discount?',
    ],
    turns: [
      agent(
        'cQ>Let me check. What is in your basket?',
        'cT>That code needs a basket over {sum} and doesn’t cover teaware, I’m afraid.',
        'd>Yes, we match our own price for seven days. Could you confirm that it’s order {order}?',
        's>The next sale starts in about two weeks. Until then {code} gives you {percent}% off.',
      ),
      visitor(
        'q>{tea} and a {ware}',
        'tH>Ah. I’m only a little short, what could I add?',
        'd>Yes, that’s the one',
        's>Oh nice, can I use it more than once?',
      ),
      agent(
        'q>Then it’s the {ware}. I’ve just put a fresh code on your account that covers both.',
        'h>A tin of jasmine tea would do it, or the glass pitcher.',
        'd>Thanks. {small} is going back to your card today.',
        's>Once per account, so better make it a big basket.',
      ),
      visitor(
        'It works now, thanks!',
        'Excellent',
        'That’s really decent of you',
        'Ha, fair enough',
        'Nice, ordering tonight',
      ),
    ],
  },
]
