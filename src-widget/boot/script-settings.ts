// Where the script came from and what its tag says. On the full-page chat the page's own address may say it, too.
import { parseWidgetOptions, type WidgetOptions } from './widget-options.ts'

export type ScriptSettings = {
  readonly options: WidgetOptions
  /** Of the script's tag, for what the widget adds to the page. */
  readonly nonce: string | undefined
}

const ownScript = (): HTMLScriptElement | undefined => {
  const current = document.currentScript
  if (current instanceof HTMLScriptElement && current.src !== '') return current
  // Loaded by a tag manager that runs it in its own way.
  return [...document.scripts].find((script) => /\/widget\.js(?:[?#]|$)/u.test(script.src))
}

/** @returns undefined when the script's tag cannot be found: without it the desk's address is unknown. */
export const readScriptSettings = (): ScriptSettings | undefined => {
  const script = ownScript()
  if (!script) return undefined
  const isPage = script.getAttribute('data-mode') === 'page'
  const query = new URLSearchParams(isPage ? location.search : '')
  const options = parseWidgetOptions(
    new URL(script.src).origin,
    (name) => script.getAttribute(`data-${name}`) ?? query.get(name) ?? '',
  )
  return { options, nonce: script.nonce || undefined }
}
