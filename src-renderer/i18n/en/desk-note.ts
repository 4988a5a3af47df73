// English words of a note among colleagues. Source of truth for the keys; zh/desk-note.ts must have the same.

export const deskNote = {
  title: 'Note for colleagues',
  lead: 'Stands in the conversation. The visitor never sees it.',
  text: 'Note',
  mentionHint: 'Type @ to call a colleague.',
  cancel: 'Cancel',
  save: 'Add the note',
  tooLong_one: '{{count}} character too long',
  tooLong_other: '{{count}} characters too long',
} as const
