// English words of what is done with many conversations at once. Source of truth for the keys; zh/desk-bulk.ts must have the same.

export const deskBulk = {
  bar: 'With the picked conversations',
  picked_one: '{{count}} picked',
  picked_other: '{{count}} picked',
  progress: '{{done}} of {{total}}',
  working: 'Progress',
  action: { move: 'Assign', close: 'Close', clear: 'Pick none' },
  move: {
    title_one: 'Hand over {{count}} conversation',
    title_other: 'Hand over {{count}} conversations',
    to: 'Hand over to {{name}}',
  },
  toast: {
    moved_one: '{{count}} conversation handed over to {{name}}',
    moved_other: '{{count}} conversations handed over to {{name}}',
    closing_one: 'Closing {{count}} conversation',
    closing_other: 'Closing {{count}} conversations',
  },
  failed: {
    title_one: '{{count}} conversation stayed as it was',
    title_other: '{{count}} conversations stayed as they were',
    others_one: 'With {{count}} other it is done.',
    others_other: 'With {{count}} others it is done.',
    pick: 'Pick these',
    done: 'Understood',
    gone: 'Conversation {{id}}',
  },
} as const
