import { agent, visitor, type Scenario } from '../scenario.ts'

export const wholesale: readonly Scenario[] = [
  {
    topic: 'wholesale',
    weight: 4,
    opens: [
      'G>Hello, we’re looking for {quantity} gift sets for our clients. Do you offer volume prices?',
      'W>I run a café in {city} and would like to stock your {tea}. Who should I talk to?',
      'K>Can you print our logo on {quantity} tins?',
      'W>Hi, this is {company}. We’re interested in a monthly supply of {tea} and {tea2}.',
    ],
    turns: [
      agent(
        'gQ>We do. When do you need them, and should they carry your logo?',
        'kL>We can, in one colour or two, at no extra cost from {quantity} pieces. When do you need them, and where should they go?',
        'wR>Lovely to hear from you. Roughly how many kilos a month are we talking about?',
        'wR>That would be me to begin with. Could you tell me the volumes and the delivery address?',
      ),
      visitor(
        'q>End of next month, with a small logo if possible',
        'q>No logo needed, but the boxes should look good',
        'l>End of next month, to {city}',
        'l>It’s for a fair in {city}, so the sooner the better',
        'r>Around ten kilos to begin with, delivered to {city}',
        'r>We’d start small, 3 kg of each, and see how it sells',
        'qlrS>Could we get samples first?',
      ),
      agent(
        's>Of course. I’ll post three samples today, {small} altogether, taken off your first order.',
        'P>At that volume it’s {percent}% below list price, shipping to {city} included.',
        'T>I’ll put a quote together and send it to {email} by tonight. Anything else it should cover?',
      ),
      visitor(
        'sY>Great, send them to {street}, {city}',
        'pX>Any room on the price if we commit for a year?',
        'tY>No, that’s all. I’ll show it to my partner',
        'ptZ>What are the payment terms?',
      ),
      agent(
        'x>For a yearly contract we can add another three per cent, I’d have to confirm it with the owner.',
        'y>Wonderful. You’ll have everything by {arrival}.',
        'z>30% with the first order, after that 30 days net.',
      ),
      visitor('Sounds fair', 'Looking forward to it', 'Great, talk soon', 'Perfect, I’ll get back to you next week'),
    ],
    notes: [
      'w>Wholesale lead in {city}, wants samples and a yearly price.',
      'g>{quantity} gift sets for clients, needs a quote from you.',
      'k>{quantity} tins with their logo, needs a quote from you.',
    ],
  },
]
