import { agent, visitor, type Scenario } from '../scenario.ts'

export const address: readonly Scenario[] = [
  {
    topic: 'address',
    weight: 5,
    opens: [
      'I typed the wrong address, can you still change it? Order {order}',
      'Hi, I’m moving next week. Can you send my order to {street}, {city} instead?',
      'Forgot my flat number on order {order}, sorry',
      'T>The parcel is already on its way but I won’t be home. Can it go to {city2}?',
    ],
    turns: [
      agent(
        'It hasn’t been packed yet, so yes. What is the full new address?',
        'Let me stop it before it leaves. Please send me the complete address and a phone number.',
        'tU>I can ask {courier} to redirect it. It may take a day longer. Where should it go?',
      ),
      visitor(
        '{street}, {city}. Phone {phone}',
        '{street}, everything else stays the same',
        'u>{street}, {city2}, for {name}',
      ),
      agent(
        'Changed: {street}, {city}. Does that look right?',
        'Updated. You’ll see it in your account in a minute.',
        'u>Redirected to {street}, {city2}. The new date is {arrival}.',
      ),
      visitor('Yes, that’s right', 'Looks good', 'Perfect, thanks for the quick fix', 'Yep'),
    ],
  },
]
