// English words of the panel's content, and the shape every other language must have. Every word is downloaded by everybody who
// opens it.

const messages = (count: number): string => (count === 1 ? 'message' : 'messages')

export const en = {
  bar: {
    waiting: 'The desk cannot be reached. What you write is kept and will be sent.',
    nextTry: (seconds: number): string => `Next try in ${seconds} s`,
    tryNow: 'Try now',
    offline: 'Your device is offline. What you write is kept and will be sent.',
    refused: 'The chat cannot be used here. What you wrote is kept.',
    outdated: 'This page is out of date. Reload it to go on; what you wrote is kept.',
  },
  greeting: {
    title: 'Hello, how can we help?',
    text: 'You can come back to this conversation later.',
  },
  person: { you: 'You', team: 'Customer service', bot: 'Assistant' },
  day: { today: 'Today', yesterday: 'Yesterday' },
  message: {
    sending: 'Sending',
    stored: 'Sent',
    delivered: 'Delivered',
    read: 'Seen',
    edited: 'Edited',
    failed: 'Not sent',
    retry: 'Retry',
    copy: 'Copy',
    copied: 'Copied',
    discard: 'Discard',
  },
  event: {
    joined: (name: string): string => `${name} joined`,
    queued: 'Waiting for someone from the team',
    transferred: (name: string): string => `Passed on to ${name}`,
    closed: 'Conversation closed. Write any time to go on.',
    reopened: 'Conversation reopened',
    recalled: 'A message was taken back',
  },
  place: {
    arrived: 'Your message has arrived.',
    taken: 'Someone from the team will take it.',
    next: 'You are next',
    before: (count: number): string => `${count} before you`,
    wait: (minutes: number): string => `Most wait less than ${minutes} min`,
    closed: 'We are closed. Your message is kept.',
    /** Nothing: not known. */
    back: (when: string): string => `The team answers when it is back${when && `: ${when}`}`,
    full: 'Many people are waiting. Your message is kept.',
    room: 'It joins the queue as soon as there is room.',
  },
  rating: {
    ask: 'How was this conversation?',
    /** From the worst to the best. */
    scores: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'],
    comment: 'What should we know? (optional)',
    send: 'Send rating',
    skip: 'Not now',
    said: (score: string): string => `Your rating: ${score}. Thank you.`,
    change: 'Change',
    unsent: 'Not sent: the desk cannot be reached. What you chose is kept; try again.',
  },
  /** Of an announcement. */
  gotIt: 'Got it',
  /** After a name. */
  typing: 'is typing…',
  list: {
    label: 'Messages',
    earlier: 'Earlier messages',
    loading: 'Loading…',
    later: 'Your conversation appears here once the desk can be reached.',
    fresh: (count: number): string => `${count} new ${messages(count)}`,
    toEnd: 'Latest messages',
  },
  file: {
    open: (name: string): string => `Open ${name} in a new tab`,
    remove: (name: string): string => `Remove ${name}`,
    attached: 'Attachments',
    drop: 'Drop files to attach them',
    wait: 'You can send when the uploads are done.',
    clear: 'Retry or remove what failed, then send.',
  },
  composer: {
    placeholder: 'Write a message',
    send: 'Send',
    attach: 'Attach files',
    emoji: 'Emoji',
    left: (count: number): string => `${count} characters left`,
  },
  error: {
    message_too_long: 'Longer than 10,000 characters. Send it in parts.',
    too_many_files: 'At most 10 files in one message.',
    file_too_large: 'Larger than 25 MB.',
    file_empty: 'This file is empty.',
    file_type_forbidden: 'This kind of file cannot be sent here.',
    file_unknown: 'An attachment has expired. Attach it again.',
    rating_late: 'The time to rate this conversation is over.',
    rating_final: 'You have changed it as often as possible. The last one counts.',
    upload: 'The upload was interrupted.',
    other: 'The desk did not take it. Your text is kept.',
  },
}

export type Words = typeof en
