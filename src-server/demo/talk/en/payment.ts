import { agent, visitor, type Scenario } from '../scenario.ts'

export const payment: readonly Scenario[] = [
  {
    topic: 'payment',
    weight: 4,
    opens: [
      'F>My card keeps getting declined, but it works everywhere else',
      'T>I think I was charged twice for {order}',
      'P>Do you take PayPal?',
      'F>The payment page just spins forever',
      'T>Money left my account but the order says unpaid',
    ],
    turns: [
      agent(
        'fQ>Sorry about that. Which card is it, and does it show a message?',
        't>Let me look at the payments for that order.',
        'p>We do, on the last page of the checkout. Is it not showing up for you?',
      ),
      visitor(
        'q>Visa. It says “not authorised”',
        'q>No message, it just goes back to the basket',
        't>It’s {sum}, twice',
        't>Thanks, got a bit worried',
        'p>No, only cards',
      ),
      agent(
        'q>That is usually the bank’s check for foreign shops. Approve it in your banking app and try once more, please.',
        't>I see it. One of the two was only a reservation and disappears by {arrival}. Your order is marked as paid.',
        'p>Then it’s your ad blocker, it hides the button. Try a private window, please.',
      ),
      visitor(
        'q>It went through now',
        'q>Had to approve it in the app, all good',
        't>Ok, I’ll keep an eye on it',
        'p>That was it, thank you!',
      ),
    ],
  },
]
