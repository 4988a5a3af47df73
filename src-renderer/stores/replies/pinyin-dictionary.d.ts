// The part of pinyin-match that is used: its table alone, 24 KB, loaded when somebody looks for a reply.
declare module 'pinyin-match/src/simplified_dict.js' {
  /** Syllables without tones, each with its characters; a character stands under every reading it has. */
  export const dict: Readonly<Record<string, string>>
}
