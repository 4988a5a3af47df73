// English words of the transfer dialog. Source of truth for the keys; zh/desk-transfer.ts must have the same.

export const deskTransfer = {
  title: 'Transfer {{name}}',
  search: 'Find a colleague',
  colleagues: 'Colleagues',
  load: '{{load}} of {{capacity}}',
  none: 'No colleague of that name.',
  note: 'Note',
  noteHint: 'Only colleagues see it.',
  noteTooLong_one: '{{count}} character too long',
  noteTooLong_other: '{{count}} characters too long',
  cancel: 'Cancel',
  choose: 'Choose a colleague',
  to: 'Transfer to {{name}}',
} as const
