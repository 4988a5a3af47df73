// Which key means which command. The window's listener acts by it; palette and cheat sheet are drawn from the table beside it
// (command-table.ts), so that neither can lack one.

/** Chords as ui/key-chord.ts writes them. One character without Mod is a single key, which can be switched off. */
export const commandKeys = {
  palette: 'Mod+K',
  next: 'J',
  previous: 'K',
  pick: 'X',
  pickAll: '*',
  filter: 'F',
  sort: 'O',
  views: 'V',
  // While a draft is being written, too: an offer does not wait.
  accept: 'Mod+J',
  decline: 'D',
  take: 'A',
  reply: 'R',
  quickReplies: '/',
  transfer: 'T',
  note: 'N',
  close: 'E',
  visitor: 'I',
  why: 'Y',
  popOut: 'P',
  mine: '1',
  queue: '2',
  groups: 'G',
  open: '3',
  closed: '4',
  // The browser's own finds only what is drawn, which of a long list is little.
  search: 'Mod+F',
  team: '5',
  now: '6',
  mentions: 'M',
  status: 'S',
  settings: 'Mod+,',
  help: '?',
} as const

export type KeyCommand = keyof typeof commandKeys

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

const byKey: ReadonlyMap<string, KeyCommand> = new Map(
  (Object.keys(commandKeys) as KeyCommand[]).map((command) => [commandKeys[command].toLowerCase(), command]),
)

/** What was pressed, as Latin letters whatever the keyboard's layout: a Russian о on the J key is j. */
function latinKey({ key, code }: KeyPress): string {
  const isLatin = key.length === 1 && key.charCodeAt(0) < 128
  return isLatin ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase())
}

/** `isTyping`: a text field or a menu has the keyboard, so that letters are letters. */
export function commandOf(
  press: KeyPress,
  { isTyping, singleKeys }: { readonly isTyping: boolean; readonly singleKeys: boolean },
): KeyCommand | undefined {
  if (press.altKey) return undefined
  const key = latinKey(press)
  if (press.ctrlKey || press.metaKey) return byKey.get(`mod+${key}`)
  // The help must be found by those who switched the letters off, too.
  if (isTyping || (!singleKeys && key !== '?')) return undefined
  return byKey.get(key)
}
