import { agent, visitor, type Scenario } from '../scenario.ts'

export const complaint: readonly Scenario[] = [
  {
    topic: 'complaint',
    weight: 3,
    opens: [
      'A>I have to say I’m disappointed. I’ve been buying {tea} from you for two years, and this batch tastes nothing like the last one. If the source has changed you should say so on the page instead of letting people find out at {unit} a tin.',
      'B>This is the third time I’m writing about order {order}. Does anyone actually read these messages?',
      'C>The {ware} looks nothing like the photos. The colour is off and the glaze is uneven.',
      'D>I paid for express and it came after {days} days. The party is over. What exactly did I pay for?',
    ],
    turns: [
      agent(
        'You have every right to be annoyed, and I’m sorry. Let me read everything you sent so you don’t have to repeat it.',
        'I’m sorry, that is not good enough. Give me a few minutes to find out what happened, and you’ll get a straight answer.',
        'Thank you for telling us so clearly. I’ll take care of this myself from here.',
      ),
      visitor(
        'OK. I’ll wait',
        'Please do',
        'It’s not about the money, it’s about being ignored',
        'I just want it fixed',
      ),
      agent(
        'a>You are right: we had to change the garden this spring and the page was not updated. Keep the tin, I’m refunding it, and I have two left of last year’s if you want them.',
        'b>Your earlier messages were closed by mistake during an update. I’ve found them, the replacement leaves today, and {small} goes back to you for the trouble.',
        'c>I compared it with our photos and the light is far too flattering. Full refund if you like, or {percent}% back if you keep it.',
        'd>The express label was never used, our mistake. I’m refunding the shipping and {percent}% on top.',
      ),
      visitor(
        'That’s more like it',
        'Thank you for being honest about it',
        'a>I’d love last year’s, yes',
        'Fine. I hope it won’t happen again',
      ),
      agent(
        'It’s done, and I’ve told the team so that it doesn’t happen again.',
        'Thank you for giving us another chance. You’ll have it in writing by email within the hour.',
      ),
    ],
    notes: [
      'acd>A customer upset for good reason. I have apologised, compensation is above my limit.',
      'b>Third message about the same order, please answer personally.',
    ],
  },
]
