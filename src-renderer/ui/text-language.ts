// Which language tag a stranger's text gets: enough for a browser to choose glyphs and for a screen reader to choose a
// voice, never more than its script proves.

/** 'zh-CN', 'ja' or 'ko' when the script says so, '' (unknown, whatever the page speaks) otherwise. */
export function textLanguage(text: string): 'zh-CN' | 'ja' | 'ko' | '' {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : ''
}
