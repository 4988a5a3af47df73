import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const storage: readonly Scenario[] = [
  {
    topic: 'storage',
    weight: 4,
    opens: [
      'How should I store {tea}?',
      'Found a bag of {tea} from last year in the cupboard. Still drinkable?',
      'M>There are white spots on my pu’er cake. Is that mould?',
      'Does {tea} get better with age?',
      'Is it a good idea to keep tea in the fridge?',
    ],
    turns: [
      agent(
        'Is it sealed or already open? And where do you keep it?',
        'm>Could you describe it? A fine dust, or something fluffy? And does it smell musty?',
        'What kind of place is it: warm, damp, near spices?',
      ),
      visitor(
        'Open, with a clip, next to the spices I’m afraid',
        'Sealed, in a dark cupboard',
        'm>More like dust, and it smells fine',
        'In the kitchen. It gets pretty warm in summer',
      ),
      agent(
        'm>Dust with no smell is harmless, it is called tea frost. Brush it off. If it were fluffy you should throw it away.',
        'Green tea likes the fridge, in a small sealed bag. Let it warm up before you open it, or it gets damp.',
        'Keep it dark, dry and away from anything fragrant. Leaves take on every smell around them.',
        'It is still safe to drink, just less lively. Use a little more leaf than usual.',
      ),
      visitor(
        'Good, I was about to throw it out',
        'The spices explain a lot, haha',
        'Thanks, I’ll move it',
        'What kind of tin is best?',
      ),
      agent('A tin with a double lid is all you need.', 'If in doubt, send us a photo and we’ll have a look.'),
      aside(
        visitor('And once it’s open?', 'Should I keep the little sachet in it?'),
        agent('A month or two for green, three to six for the others.', 'Yes, it keeps the moisture out.'),
      ),
    ],
  },
]
