// English words of the composer. Source of truth for the keys; zh/desk-composer.ts must have the same.

export const deskComposer = {
  reply: 'Reply to {{name}}',
  send: 'Send',
  attach: 'Attach files',
  replies: 'Quick replies',
  emoji: 'Emoji',
  drop: 'Drop the files here',
  files: { uploading: 'Files are on their way', failed: 'Retry the failed file or remove it' },
  refused: '{{name}}: {{why}}',
  hint: { enter: 'Enter sends, Shift Enter breaks the line', 'mod-enter': 'Ctrl Enter sends' },
  takes: 'Your reply takes this conversation',
  reopens: 'Your reply opens it again',
  left_one: '{{shown}} character left',
  left_other: '{{shown}} characters left',
  tooLong_one: '{{shown}} character too long',
  tooLong_other: '{{shown}} characters too long',
  aColleague: 'A colleague',
  owned: {
    agent: '{{name}} has this conversation. To answer here, ask {{name}} to transfer it.',
  },
} as const
