import { agent, visitor, type Scenario } from '../scenario.ts'

export const invoice: readonly Scenario[] = [
  {
    topic: 'invoice',
    weight: 5,
    opens: [
      'A>Could I get an invoice for order {order}?',
      'A>We need a VAT invoice made out to {company}. Is that possible?',
      'C>The receipt you sent has the wrong company name on it',
      'A>Hi, our accounts team needs a proper invoice, the email confirmation isn’t enough',
      'C>Can you reissue the invoice with our purchase order number?',
    ],
    turns: [
      agent(
        'aQ>Certainly. Which name, address and VAT number should be on it?',
        'aQ>Yes, we can do that. Please send me the company name and where to email it.',
        'cR>Of course. What should it say instead?',
      ),
      visitor(
        'q>{company}, {street}, {city}. Please send it to {email}',
        'q>{company}, the VAT number is in my account. Email {email}',
        'r>{company}, everything else stays the same',
        'r>Please add PO {quantity}-{days} below the address',
      ),
      agent(
        'qrI>Done, it’s in your inbox at {email}. The total is {sum}, dated {date}.',
        'q>I’ve passed it to accounting, you’ll have the PDF by tomorrow morning.',
        'r>The new one replaces the old one, so please shred the first version.',
      ),
      visitor(
        'i>Received, thank you',
        'That’s perfect',
        'Great, that saves me a lot of trouble',
        'Could you also copy me in? Thanks',
      ),
    ],
    notes: [
      'a>VAT invoice for {company}, details are in the chat, please issue.',
      'c>Invoice must be reissued, order {order}.',
    ],
  },
]
