// English words of the transfer dialog. Source of truth for the keys; zh/desk-transfer.ts must have the same.

export const deskTransfer = {
  title: 'Transfer {{name}}',
  search: 'Find a colleague or a group',
  colleagues: 'Colleagues and groups',
  load: '{{load}} of {{capacity}}',
  none: 'No colleague or group of that name.',
  note: 'Note',
  noteHint: 'Only colleagues see it.',
  noteTooLong_one: '{{count}} character too long',
  noteTooLong_other: '{{count}} characters too long',
  cancel: 'Cancel',
  group: 'Group',
  online_one: '{{count}} online',
  online_other: '{{count}} online',
  choose: 'Choose who gets it',
  to: 'Transfer to {{name}}',
  ask: 'Ask {{name}}',
  how: 'How',
  howName: { ask: 'Ask first', now: 'Hand over now' },
  howHint: {
    ask: 'It stays where it is until the colleague says yes.',
    now: 'It is theirs at once.',
  },
  absent: '{{name}} is not here and cannot be asked. Choose a group, and whoever is free takes it.',
  absentOrNow: '{{name}} is not here and cannot be asked. Choose a group, or hand it over now.',
} as const
