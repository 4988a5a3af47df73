import { agent, visitor, type Scenario } from '../scenario.ts'

export const membership: readonly Scenario[] = [
  {
    topic: 'membership',
    weight: 3,
    opens: [
      'P>How do the points work?',
      'E>I can’t log in since I changed my email address',
      'U>Please take me off the newsletter, I get three a week',
      'D>How can I delete my account?',
      'E>The password reset mail never arrives',
    ],
    turns: [
      agent(
        'p>You collect one point per dollar, and 100 points are $5 off at checkout.',
        'eQ>Let me help. Which address did you use before?',
        'uQ>Of course. Which address should I remove?',
        'dQ>I can do that for you. Which address is the account under?',
      ),
      visitor('q>{email}', 'q>It’s {email}', 'p>Do they expire?', 'p>And the tea club thing, is that separate?'),
      agent(
        'p>They last two years, and the tea club is on top: a new tea every month, cancel any time.',
        'e>Found it. I’ve changed the address, please try the reset link again now.',
        'u>Removed. You’ll only hear from us about your orders.',
        'd>Done. It is deleted for good after seven days, until then you can still change your mind.',
      ),
      visitor('e>I’m in, thanks', 'u>Much better', 'Thanks for the quick help', 'Great'),
    ],
  },
]
