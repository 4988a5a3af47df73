// Every name under which the widget keeps something, in one place. All lie below `frontdesk:<desk's origin>:`.

export const storagePrefix = (deskUrl: string): string => `frontdesk:${deskUrl}:`

export const storageKeys = {
  /** The visitor's id and token. */
  identity: 'visitor',
  /** Text and files not sent yet. */
  draft: 'draft',
  /** '1' while the panel is open, '0' once it was closed. */
  panel: 'panel',
  /** 'off' when the visitor muted the sound. */
  sound: 'sound',
  /** The announcement that was put away. */
  announcement: 'told',
  /** What the visitor is about to say of a closed conversation, or that they would rather not. */
  rating: 'rating',
  /** Names of agents seen, so that old messages keep their author. */
  names: 'names',
  /** The desk's name, shown before the desk answers. */
  desk: 'desk',
  /** + cid: messages on their way from one tab to the one that is connected. */
  handover: 'handover:',
  /** + cid: messages written before there was an identity. */
  early: 'early:',
  /** The client library's own rows. */
  client: (visitor: number): string => `client:${visitor}:`,
} as const
