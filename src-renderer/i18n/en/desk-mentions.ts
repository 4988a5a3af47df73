// English words of mentions in notes. Source of truth for the keys; zh/desk-mentions.ts must have the same.

export const deskMentions = {
  title: 'Mentions',
  lead: 'Notes in which a colleague called you. Nobody but colleagues reads them.',
  empty: 'Nobody has called you',
  emptyHint: 'Write @ and a name in a note to call a colleague.',
  colleagues: 'Colleagues to mention',
  about: 'about {{name}}',
  aColleague: 'A former colleague',
  new: 'New',
  retry: 'Try again',
} as const
