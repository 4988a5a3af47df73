import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const delivery: readonly Scenario[] = [
  {
    topic: 'delivery',
    weight: 9,
    opens: [
      'Hi, I ordered on {date} and nothing has arrived yet. Order {order}.',
      'Where is my parcel? Tracking {tracking} has not moved for {days} days.',
      'Could you check order {order} for me? It was supposed to reach {city} last week.',
      'The tracking page says “in transit” since {date}. Is it lost?',
      'Hello, any news on {tracking}? It’s a birthday present so I’m getting a bit nervous',
      'My {tea} still isn’t here and the tracking link shows an error',
    ],
    turns: [
      agent(
        'Let me look that up for you, one moment please.',
        'Thanks for the number. I’m checking with {courier} right now.',
        'Sorry about the wait. Give me two minutes to see where it is.',
        'I have your order {order} open, just pulling up the latest scans.',
      ),
      visitor('Thank you', 'Sure, take your time', 'ok', 'Thanks, appreciate it', 'Great, I’ll wait'),
      agent(
        'Found it. The parcel cleared customs this morning and {courier} expects to deliver by {arrival}.',
        'It is at the {courier} depot in {city2}. They had a backlog, but it is on the list for tomorrow.',
        'The driver tried to deliver yesterday and nobody answered.|I have asked for a second attempt on {arrival}.',
        'It is not lost: the label was scanned in {city2} last night. The public page is about a day behind.',
      ),
      visitor(
        'P>Can they leave it with a neighbour if I’m out?',
        'Q>OK. Is there any way to speed it up?',
        'That’s a relief, thanks',
        'It’s been quite a wait to be honest',
        'R>Will I have to pay anything at the door?',
      ),
      agent(
        'p>Yes, I’ve added a note for the driver. They will leave a card saying which neighbour.',
        'q>I can’t make the plane go faster, but I have marked it as priority so it is loaded first.',
        'r>No, duties were paid when you ordered. If they ask for money, please send me a photo of the note.',
        'I’ll keep an eye on it and message you here if anything changes.',
        'As an apology I’ve put {small} of credit on your account for the next order.',
      ),
      aside(
        visitor('And if it really is lost?', 'Can I change the delivery day?'),
        agent(
          'Then we send a new one at once, at our cost. You won’t have to argue with the courier.',
          'Yes, with the link in {courier}’s text message. Any weekday works.',
        ),
      ),
    ],
    notes: [
      'Parcel stuck in {city2}, courier chased, needs a look again on {arrival}.',
      'Birthday present, customer is worried. {courier} promised delivery by {arrival}.',
    ],
  },
  {
    topic: 'delivery',
    weight: 5,
    opens: [
      'A>Hi there, how long does shipping to {city} take?',
      'B>Do you ship to {city}? And what does it cost?',
      'A>If I order today, when can it be in {city}?',
      'C>Quick question before I order: are customs fees included for {city}?',
    ],
    turns: [
      agent(
        'a>Hello, to {city} it usually takes five to eight working days with {courier}.',
        'b>We do. Orders over $80 ship free, below that it is a flat $9, duties included.',
        'c>Yes, prices at checkout include duties and taxes, so nothing is due at the door.',
      ),
      visitor(
        'E>Is there an express option?',
        'F>And is the {ware} packed safely?',
        'G>Sounds good. Do you ship on weekends?',
        'H>What happens if customs opens it?',
      ),
      agent(
        'e>Express takes three to four days and costs $18 more. You can pick it at checkout.',
        'f>Every piece of ware is double-boxed with foam. In two years we have had very few breakages, and we replace those.',
        'g>The warehouse ships Monday to Saturday, orders before 4 pm leave the same day.',
        'h>That happens rarely. They may add a sticker, the inner tins stay sealed.',
      ),
      visitor('Perfect, ordering now', 'Good to know', 'Alright, I’ll go for the standard one', 'Lovely'),
    ],
  },
]
