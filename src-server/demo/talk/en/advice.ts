import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const advice: readonly Scenario[] = [
  {
    topic: 'advice',
    weight: 8,
    opens: [
      'GM>I’m looking for a gift for my mother-in-law, around {budget}. Any ideas?',
      'What’s the difference between {tea} and {tea2}?',
      'I usually drink English breakfast. What should I try first?',
      'Which of your teas is the most floral?',
      'Is {tea} from this year’s harvest?',
      'GF>Need a present for a friend who loves oolong, something special',
      'I’d like to drink less coffee. Which tea has a bit of a kick?',
    ],
    turns: [
      agent(
        'gQ>Nice idea. Does the person usually drink black, green or oolong?',
        'gQ>Happy to help. Should it be tea only, or with a pot or cups?',
        'R>Good question. Do you like it light and fresh, or rather rich and malty?',
        'R>Let me ask back: do you drink it with milk, and more in the morning or in the evening?',
      ),
      visitor(
        'm>She likes green tea I think, and pretty things',
        'f>He has all the pots in the world, so tea only',
        'r>Rich, and usually in the morning',
        'r>Light, no milk',
        'grI>I’m not sure, surprise me',
      ),
      agent(
        'g>Then I’d take the {tea} gift box, two tins and a card, {unit}.',
        'g>How about {tea} together with a Ru ware cup? It looks lovely when unwrapped.',
        'r>In that case {tea}. It’s full without being heavy, and it forgives a long steep.',
        'r>I’d suggest {tea}. If you like it, {tea2} is the next step.',
        'i>Then take the tasting set, six small bags with a card each. It’s the best way to find out.',
      ),
      visitor(
        'gA>Can you write the card for me?',
        'B>Is it very strong?',
        'C>Do you have a smaller size to try?',
        'gD>Please leave the invoice out, it’s a present',
        'E>Sounds lovely, how long does it keep?',
      ),
      agent(
        'a>Of course, put the words into the order notes and we’ll write it by hand.',
        'b>Not if you keep the steeps short. It has a long sweet finish.',
        'c>There’s a 20 g bag of almost everything, {small} each.',
        'd>Noted, no prices in the box.',
        'e>Two years unopened. Once it’s open, drink it within three months.',
      ),
      aside(
        visitor('Which water do you use for it?', 'Is it organic?'),
        agent(
          'Filtered, about 90 °C.',
          'The garden is farmed without pesticides, but it’s too small for the official label.',
        ),
      ),
      visitor('Ordered!', 'Great, I’ll take it', 'Thank you, that makes it easy', 'Done, just placed the order'),
      agent('I can see it, it leaves today.', 'Wonderful, enjoy it.', 'Thank you. Let us know how you like it.'),
    ],
  },
]
