import { agent, visitor, type Scenario } from '../scenario.ts'

export const spam: readonly Scenario[] = [
  {
    topic: 'spam',
    weight: 1,
    opens: [
      'Hello dear, we boost your shop to page one in 30 days, guaranteed. Reply YES',
      'Business loan approved for you, no papers needed, contact us today',
      'Hi, I am a manufacturer of tea packaging, best price, please send me your WhatsApp',
      'Your website has critical SEO errors. Free audit?',
    ],
    turns: [
      agent('Thanks, but we are not interested. This window is for customers.', 'No, thank you.'),
      visitor(
        'Only 5 minutes of your time sir',
        'Okay please tell me a good time to call',
        'Can I send you a price list?',
      ),
    ],
    close: 'spam',
  },
]
