// English words of the inbox. Source of truth for the keys; zh/desk-inbox.ts must have the same.

export const deskInbox = {
  views: 'Which conversations',
  view: { mine: 'Mine', queue: 'Queue', open: 'All open', closed: 'Closed' },
  list: {
    mine: 'My conversations',
    queue: 'Waiting in the queue',
    open: 'All open conversations',
    closed: 'Closed conversations',
  },
  listFailed: 'More conversations could not be loaded',
  row: {
    you: 'You',
    said: '{{who}}: {{line}}',
    draft: 'Draft: {{text}}',
    typing: 'Typing…',
    empty: 'Nothing written yet',
    closed: 'Closed',
    queued: 'Back in the queue',
    nowYours: 'Now yours',
    nowWith: 'Now with {{name}}',
  },
  hint: { words: 'Show a notification when a visitor writes?', allow: 'Allow', later: 'Not now' },
  menu: { open: 'Open', take: 'Take', takeOver: 'Take over', close: 'Close as resolved' },
  empty: {
    mine: 'Inbox zero',
    mineHint: 'New conversations come to you by themselves.',
    takeOne: 'Press <key/> to take one from the queue.',
    take_one: 'Take the one that is waiting',
    take_other: 'Take one of {{count}}',
    while: {
      busy: 'You are busy: nothing new comes to you.',
      away: 'You are away: nothing new comes to you.',
    },
    goOnline: 'Go online',
    queue: 'Nobody is waiting',
    queueHint: 'Visitors stand here only while nobody is free to take them.',
    open: 'No open conversations',
    openHint: 'All is answered and closed.',
    closed: 'Nothing closed yet',
    closedHint: 'Closed conversations stay here, with everything that was said.',
  },
} as const
