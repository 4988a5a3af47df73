import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const brewing: readonly Scenario[] = [
  {
    topic: 'brewing',
    weight: 9,
    opens: [
      'What temperature should I use for {tea}?',
      'My {tea} comes out bitter. What am I doing wrong?',
      'Complete beginner here. How do I brew {tea} in a normal mug?',
      'How many times can I steep {tea}?',
      'C>Is it ok to cold brew {tea}?',
      'G>I bought a {ware} with the {tea}. How much leaf should I use?',
      'Do I have to rinse {tea} before drinking? Videos online say different things',
    ],
    turns: [
      agent(
        'Happy to help. What do you brew in, and how long do you leave it?',
        'Good question. Do you weigh the leaves, and is the water straight off the boil?',
        'gJ>Nice choice. How big is it? The number is usually on the label under the base.',
        'Let’s find out. Which pot or cup do you use, and roughly how much tea?',
      ),
      visitor(
        'K>Just a mug with a strainer, boiling water, about five minutes',
        'L>A small gaiwan, maybe 120 ml. I never weigh anything, sorry',
        'j>It says 150 ml',
        'Glass teapot, two spoons, three minutes or so',
        'Kettle off the boil, then I usually forget about it 😅',
      ),
      agent(
        'k>That explains it. Try 3 g in a mug, water at 85 °C, and take the leaves out after two minutes.',
        'l>In a gaiwan use 5 g and pour after ten seconds, then add five seconds each time.',
        'c>Cold brewing works beautifully: 5 g to half a litre, six hours in the fridge, and it never turns bitter.',
        'g>For that size 5 g is right. Warm the pot first, rinse once, then short infusions.',
        'k>Five minutes is long for most teas. Two are enough, and let the water cool a little first.',
        'Let boiling water stand with the lid open for three minutes first, that alone makes it much sweeter.',
        'Oolong and pu’er like it hot, green tea does not. So it’s mostly about time for you: shorter is better.',
      ),
      visitor(
        'A>Ah, I’ve been burning it all along',
        'B>And how often can I re-steep it?',
        'D>Does tap water matter? Ours is very hard',
        'E>Will it keep me awake if I drink it in the evening?',
        'A>Makes sense',
      ),
      agent(
        'a>It happens to everyone at first. Try it that way tonight and tell me how it went.',
        'b>Five to seven times. When it gets thin, give the last one a full minute.',
        'd>It does. A simple filter jug makes a big difference, hard water flattens the aroma.',
        'e>It does have caffeine. Aged white or ripe pu’er are gentler, or stop around three in the afternoon.',
      ),
      aside(
        visitor('What do you drink yourself?', 'Is the white fuzz on the leaves normal?'),
        agent(
          'In the morning {tea2}, every day. After lunch whatever the warehouse opens for tasting.',
          'Yes, those are the fine hairs of young buds. A very good sign.',
        ),
      ),
      visitor('Will do, thanks', 'You’ve been really helpful', 'Can’t wait to try', 'Learned something today'),
    ],
  },
  {
    topic: 'brewing',
    weight: 3,
    opens: [
      'I’m new to this. Gaiwan or teapot?',
      'What would you recommend as a first set? Budget around {budget}',
      'Is the {ware} big enough for two people?',
    ],
    turns: [
      agent(
        'For one or two people a gaiwan of 120 ml is the most flexible, it suits every tea.',
        'It depends on what you like to drink. Mostly green, oolong or dark teas?',
        'It’s a bit small for two mugs, but for small cups it’s just right.',
      ),
      visitor(
        'Mostly oolong',
        'I’m clumsy, won’t I burn my fingers?',
        'A bit of everything',
        'What else do I need besides that?',
      ),
      agent(
        'Then I’d start with the celadon gaiwan and a glass pitcher. The flared rim stays cool.',
        'The porcelain set has everything, pitcher and two cups included, and is {percent}% cheaper than buying them one by one.',
      ),
      visitor('Sold', 'Thanks, adding it to my cart', 'I’ll think about it over the weekend'),
    ],
  },
]
