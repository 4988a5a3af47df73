import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const refund: readonly Scenario[] = [
  {
    topic: 'refund',
    weight: 7,
    opens: [
      'A>Hi, I’d like to return part of my order {order}. How does that work?',
      'A>The {tea} isn’t for me. Can I send back the unopened tin?',
      'N>I ordered twice by mistake, please cancel one of them',
      'W>I sent my return on {date}, tracking {tracking}. When do I get my money back?',
      'N>Please cancel {order}, I found my old teapot again, haha',
      'W>My refund still hasn’t shown up, it’s been {days} days',
    ],
    turns: [
      agent(
        'aQ>Of course. Is the tin still sealed?',
        'aQ>No problem at all. Has anything been opened?',
        'nw>Let me have a look at that, one second.',
        'w>I’ll check with the warehouse whether it has been booked in.',
        'nw>Thanks, I have your account here. Just a moment.',
      ),
      visitor(
        'qS>Yes, still sealed',
        'qS>Nothing opened',
        'qO>I opened one, the other two are untouched',
        'nw>Thanks',
        'nw>ok, I’m here',
        'w>It should be {sum} if that helps',
      ),
      agent(
        'sL>Then you get all of it back. I’ve emailed a return label to {email}, just drop it at any {courier} point.',
        'oL>We refund the sealed ones in full and half of the open one. I’ve sent the label to {email}. Is that fair?',
        'nD>It hadn’t left the warehouse yet, so I’ve cancelled it. {sum} goes back to your card today.',
        'wD>It was scanned in yesterday. I’ve released the refund of {sum} just now.',
        'wD>I’m sorry, it was waiting for a second pair of eyes. Approved now, {sum} is on its way.',
      ),
      visitor(
        'lX>Do I have to pay for the postage?',
        'lY>More than fair, thanks',
        'dZ>How long will the bank take?',
        'dY>Brilliant, that was quick',
        'lY>Got the email, thanks',
      ),
      agent(
        'x>No, the label is prepaid.',
        'z>Usually two to three working days, some banks take five.',
        'y>You’re welcome. You’ll get an email once everything is through.',
      ),
      aside(
        visitor('Do I lose the discount code I used?', 'Will my points be gone as well?'),
        agent('No, I’ve put it back on your account.', 'Only the ones from this order, the rest stays.'),
      ),
    ],
    notes: [
      'Return of {sum}, one tin opened, please approve as an exception.',
      'Refund was released late, please double-check it went through.',
    ],
  },
]
