// English that leaked onto a Chinese page: words of our own English catalogue, and anything else that reads like a sentence.
import type { Page } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { widgetEn } from './widget-words.ts'

type Words = { readonly [key: string]: string | readonly string[] | Words | ((...values: never[]) => string) }

/** `Array.isArray` does not know lists that nobody may change. */
const isList = (value: unknown): value is readonly string[] => Array.isArray(value)

const flat = (words: Words): readonly string[] =>
  Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : isList(value) ? value : typeof value === 'object' ? flat(value) : [],
  )

const chinese = new Set(flat(zh))

/** Each English text of the desk as a pattern; those that Chinese shares (names, keys) do not count. */
const catalogue: readonly RegExp[] = [...flat(en), ...flat(widgetEn)]
  .filter((text) => !chinese.has(text) && /\p{Script=Latin}{2}/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')))
  .map((text) => {
    const parts = text.replaceAll(/<\/?\w+\/?>/gu, '').split(/\{\{\w+\}\}/u)
    return new RegExp(
      `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join('.+')}$`,
      'u',
    )
  })

/** The product's name, and what stands on a key. */
const notWords: ReadonlySet<string> = new Set(['Frontdesk', 'Home', 'End'])

/** Two words in a row of which the second begins small: not a name, a key or an address. */
const sentence = /\p{Script=Latin}{2,} \p{Lowercase}{2,}/u

/** @returns what should not be there. `written`: what people wrote, in whatever language. */
export const englishIn = async (
  page: Page,
  { written = [], within = 'body' }: { readonly written?: readonly string[]; readonly within?: string },
): Promise<readonly string[]> => {
  const texts = await page.evaluate((selector) => {
    const found: string[] = []
    const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data.trim())
      if (node instanceof Element) {
        if (['SCRIPT', 'STYLE'].includes(node.tagName) || !node.checkVisibility()) return
        for (const name of spoken) found.push(node.getAttribute(name) ?? '')
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child)
      }
      for (const child of node.childNodes) walk(child)
    }
    for (const root of document.querySelectorAll(selector)) walk(root)
    return [...new Set(found)].filter((text) => text !== '')
  }, within)
  const isWritten = (text: string): boolean =>
    notWords.has(text) || written.some((known) => known !== '' && (text.includes(known) || known.includes(text)))
  return texts.filter((text) => !isWritten(text) && (sentence.test(text) || catalogue.some((one) => one.test(text))))
}
