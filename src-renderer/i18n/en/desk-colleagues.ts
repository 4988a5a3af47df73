// English words about colleagues in the same conversation. Source of truth for the keys; zh/desk-colleagues.ts must have the same.

export const deskColleagues = {
  aColleague: 'A colleague',
  lock: {
    label: 'Before you send',
    writing: '{{name}} is writing an answer.',
    writingMore_one: '{{name}} and {{count}} other are writing an answer.',
    writingMore_other: '{{name}} and {{count}} others are writing an answer.',
    answered: '{{name}} answered while you were writing.',
  },
  company: {
    label: 'Also here',
    views: '{{name}} views',
    writes: '{{name}} is writing',
    more: '+{{count}}',
  },
  sendAnyway: 'Send anyway',
  keepWriting: 'Keep writing',
  held: {
    bar_one: '{{count}} answer is held back: a colleague answered meanwhile.',
    bar_other: '{{count}} answers are held back: colleagues answered meanwhile.',
    look: 'Look through',
    title_one: '{{count}} answer held back',
    title_other: '{{count}} answers held back',
    lead: 'A colleague was there first. Nothing of this was sent; it is kept until you decide.',
    theirs: '{{name}} answered',
    yours: 'You wrote',
    elsewhere: '{{name}} has the conversation now.',
    open: 'Open',
    discard: 'Discard',
    later: 'Decide later',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
  },
} as const
