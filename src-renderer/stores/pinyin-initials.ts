// Chinese by the first letters of its pinyin: 退款 is tk. No dictionary: the browser sorts by pinyin, so a character's letter is found
// by where it would stand. A character with several readings has the one it sorts by.

/** The first character of each letter, in the order of pinyin. No syllable begins with i, u or v. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'
const letters = 'abcdefghjklmnopqrstwxyz'
const han = /\p{Script=Han}/u

let order: Intl.Collator | undefined

function initialOf(character: string): string {
  order ??= new Intl.Collator('zh-u-co-pinyin')
  let low = 0
  let high = letters.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (order.compare(firsts.charAt(middle), character) <= 0) low = middle
    else high = middle - 1
  }
  return letters.charAt(low)
}

/** Chinese characters become letters, everything else stays: `VIP 退款` is `VIP tk`. One character stays one, so places agree. */
export const pinyinInitials = (text: string): string =>
  han.test(text)
    ? Array.from(text, (character) => (han.test(character) ? initialOf(character) : character)).join('')
    : text
