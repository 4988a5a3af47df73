import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const damage: readonly Scenario[] = [
  {
    topic: 'damage',
    weight: 6,
    opens: [
      'My {ware} arrived broken :(',
      'Hi, the lid of the {ware} has a chip. Order {order}. Very disappointed, it was a gift.',
      'Just opened the box and the spout is cracked',
      'There’s a hairline crack in the {ware} and it leaks. Is that covered?',
      'The box was crushed and one of the cups is in pieces. What do I do now?',
    ],
    turns: [
      agent(
        'I’m so sorry, that is not how it should arrive. Could you describe the damage, or send a photo of it and of the box?',
        'Oh no, I’m sorry to hear that. Where exactly is the damage? A photo helps a lot if you have one.',
        'That’s a shame, and we will make it right. Was the outer box damaged as well?',
      ),
      visitor(
        'The full-size photos are in the email I just sent. The corner of the box is dented too',
        'A piece of about 1 cm came off near the handle',
        'The box looked fine from outside, it must have been the padding',
        'It’s right at the joint between spout and body',
      ),
      agent(
        'Thank you, that is clear. I can send a new one today or refund you in full, whichever you prefer.',
        'Got it. This one is on us: replacement or full refund, your choice. You don’t need to send anything back.',
        'That tells me enough, no need for a photo. Would you like a replacement? It would be with you by {arrival}.',
      ),
      visitor(
        'R>A replacement please, I really love the shape',
        'R>Replacement, if you can pack it a bit better this time',
        'F>I’d rather have the refund',
        'R>New one please. Shall I return the broken one?',
      ),
      agent(
        'r>Done. I’ve asked the warehouse to double-box it and to check it by hand first. Please keep or recycle the broken one.',
        'r>It’s on its way tomorrow with {courier}, tracking {tracking}. No need to return anything.',
        'f>The refund of {price} is on its way, it takes two to three working days to show up.',
      ),
      aside(
        visitor('Out of curiosity, can it be repaired?', 'Is it safe to use it in the meantime?'),
        agent(
          'With kintsugi, yes, and it looks beautiful, but I’d keep it for decoration then.',
          'I would not, hot water can make a crack grow very quickly.',
        ),
      ),
    ],
    notes: [
      'Broken {ware}, photos in the mailbox, customer wants a full refund.',
      'Second breakage for this customer, please make sure the replacement is packed by hand.',
    ],
  },
  {
    topic: 'damage',
    weight: 2,
    opens: [
      'The tin of {tea} came dented and half of the leaves are dust',
      'The seal on my {tea} was open when it arrived. Is it still ok to drink?',
      'My {tea} smells of cardboard, is that normal?',
    ],
    turns: [
      agent(
        'Sorry about that. Does the tea itself smell fresh, or stale?',
        'That’s not normal. Do you still have the number on the bottom of the tin?',
      ),
      visitor(
        'It smells a bit flat',
        'Smells fine, just looks bad',
        'The number is too small to read, sorry',
        'A bit musty maybe',
      ),
      agent(
        'Then I’d rather not have you drink it. I’ll send a fresh tin today, free of charge.',
        'To be on the safe side I’m sending you a new one. Please don’t return the old one.',
      ),
      visitor('That’s very kind', 'Wow, thanks for sorting that so fast', 'Great, thank you'),
    ],
  },
]
