import { agent, visitor, type Scenario } from '../scenario.ts'

export const teaware: readonly Scenario[] = [
  {
    topic: 'teaware',
    weight: 5,
    opens: [
      'S>How do I season a new clay teapot?',
      'C>How do I get tea stains off my cups?',
      'R>My cast iron kettle has rust spots inside, is it ruined?',
      'P>My teapot drips when I pour. Is it faulty?',
      'C>Can the {ware} go in the dishwasher?',
      'S>My new pot smells of earth. Is that normal?',
    ],
    turns: [
      agent(
        's>Rinse it, put it into cold water, bring it to a gentle boil with a spoon of tea and leave it for twenty minutes.',
        's>Perfectly normal for clay. One boil with some tea leaves and a few days of use, and it’s gone.',
        'c>Please wash it by hand. For stains, baking soda and warm water for half an hour, then a soft cloth.',
        'r>Not at all. Boil some old tea leaves in it, the tannin forms a protective layer. Then always empty and dry it while warm.',
        'p>A drop or two is normal with handmade spouts. Pour a little faster and stop with a quick turn of the wrist.',
      ),
      visitor(
        'sA>Can I use any tea in it afterwards?',
        'cB>No soap at all?',
        'r>Phew, good to hear',
        'pD>It runs down the belly, more than a drop',
        'Interesting, never heard of that',
        'sE>Does the lid go in as well?',
      ),
      agent(
        'a>Best to stay with one family, oolong or pu’er, because clay remembers.',
        'b>Not for clay. For porcelain a mild one is fine.',
        'd>Then it’s the spout. I’ll swap it, and we’ll test the new one with water before it leaves.',
        'e>Yes, next to the pot with a cloth in between so they don’t knock.',
        'It’s an old habit in tea houses. After a few weeks you won’t want it any other way.',
      ),
      visitor('Great tips', 'I’ll try that tonight', 'Makes sense', 'Thanks, that’s what I needed'),
    ],
  },
]
