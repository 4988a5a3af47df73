// English words of what is offered to an agent, by the router or by a colleague.
// Source of truth for the keys; zh/desk-offers.ts must have the same.

export const deskOffers = {
  label: 'Offered to you',
  announced: '{{name}} is offered to you.',
  somebody: 'A visitor',
  aColleague: 'A colleague',
  asks: '{{name}} asks you to take over',
  fromQueue: 'From the queue',
  look: 'Have a look without accepting',
  reason: 'Why not (optional)',
  accept: 'Accept',
  decline: 'Decline',
  news: {
    accepted: '{{name}} took over {{visitor}}',
    declined: '{{name}} cannot take it over',
    noAnswer: '{{name}} did not answer',
    unable: '{{name}} is not there any more',
    kept: '{{visitor}} stays with you.',
    passed: 'The offer of {{visitor}} went on',
    taken: 'A colleague took {{visitor}}',
    withdrawn: '{{name}} took the question about {{visitor}} back',
  },
} as const
