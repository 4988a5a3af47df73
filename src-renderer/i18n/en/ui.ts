// English words of the parts in ui/. Source of truth for the keys; zh/ui.ts must have the same.

export const ui = {
  action: {
    close: 'Close',
    dismiss: 'Dismiss',
    cancel: 'Cancel',
    undo: 'Undo',
    retry: 'Retry',
    retryNow: 'Retry now',
    copy: 'Copy',
    discard: 'Discard',
    download: 'Download',
    remove: 'Remove {{name}}',
  },
  field: {
    optional: 'optional',
    choose: 'Choose',
  },
  busy: 'Working',
  notifications: 'Notifications',
  status: {
    online: 'Online',
    busy: 'Busy',
    away: 'Away',
    offline: 'Offline',
  },
  person: {
    withStatus: '{{name}}, {{status}}',
    unnamed: 'No name',
  },
  count: {
    overflow: '{{max}}+',
    unread_one: '{{count}} unread message',
    unread_other: '{{count}} unread messages',
    fresh_one: '{{count}} new',
    fresh_other: '{{count}} new',
  },
  waiting: {
    hours: '{{clock}} h',
    spoken: 'Waiting {{duration}}',
    spokenNearTarget: 'Waiting {{duration}}, more than half of the target',
    spokenPastTarget: 'Waiting {{duration}}, past the target',
  },
  connection: {
    connecting: 'Connecting to the desk…',
    offline: 'No connection to the desk. What you write is kept and will be sent.',
    retryIn_one: 'Next try in {{count}} s',
    retryIn_other: 'Next try in {{count}} s',
    retrying: 'Trying now…',
    back: 'Connected again. Everything is up to date.',
    noNetwork: 'This computer has no network. What you write is kept and will be sent.',
    refused: 'Not connected to the desk.',
    reload: 'Reload',
  },
  message: {
    sending: 'Sending',
    stored: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Not sent',
    failedKept: 'Not sent. Your text is kept.',
    you: 'You',
    visitor: 'Visitor',
    note: 'Note, seen by colleagues only',
    bot: 'Bot',
  },
  typing: {
    someone: '{{name}} is typing',
    preview: '{{name}} is typing:',
  },
  day: {
    unread: 'New',
  },
  file: {
    uploading: 'Uploading, {{percent}}',
    failed: 'Upload failed. The file is still here.',
    progress: 'Upload of {{name}}',
    openImage: 'Open image {{name}}',
    broken: 'This image cannot be shown',
  },
  composer: {
    note: 'Note: only colleagues see this',
  },
  password: {
    show: 'Show the password',
    hide: 'Hide the password',
    capsLock: 'Caps Lock is on.',
  },
  pane: {
    resize: 'Resize {{name}}',
  },
  table: {
    empty: 'Nothing here yet',
    sortAscending: 'Sort by {{column}}, ascending',
    sortDescending: 'Sort by {{column}}, descending',
  },
} as const
