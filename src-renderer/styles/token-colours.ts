// Reads tokens.css into colours per theme, for tests that judge contrast. Knows only the syntax that tokens.css uses.
import { type Color, blend, converter, parse } from 'culori'

export type Theme = 'light' | 'dark'

const declaration = /(--[\w-]+):\s*([^;]+);/g
const toRgb = converter('rgb')

/** Every custom property of a style sheet with its raw value; the first declaration (the default density) wins. */
export function readTokens(styleSheet: string): ReadonlyMap<string, string> {
  const css = styleSheet.replace(/\/\*[\s\S]*?\*\//g, '')
  const tokens = new Map<string, string>()
  for (const [, name = '', value = ''] of css.matchAll(declaration)) {
    if (!tokens.has(name)) tokens.set(name, value.replace(/\s+/g, ' ').trim())
  }
  return tokens
}

function resolve(value: string, tokens: ReadonlyMap<string, string>, theme: Theme, hue: number): string {
  const withoutVariables = value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    if (name === '--person-hue') return String(hue)
    const found = tokens.get(name)
    if (found === undefined) throw new Error(`tokens.css uses ${name} but does not declare it`)
    return resolve(found, tokens, theme, hue)
  })
  const pair = /^light-dark\((.*)\)$/.exec(withoutVariables)?.[1]
  if (pair === undefined) return withoutVariables
  const comma = /\),/.exec(pair)?.index ?? -1
  return theme === 'light' ? pair.slice(0, comma + 1) : pair.slice(comma + 2).trim()
}

/** The colour of a token in a theme; `hue` stands for --person-hue. */
export function tokenColour(tokens: ReadonlyMap<string, string>, name: string, theme: Theme, hue = 195): Color {
  const raw = tokens.get(name)
  const colour = raw === undefined ? undefined : parse(resolve(raw, tokens, theme, hue))
  if (colour === undefined) throw new Error(`${name} is not a colour in the ${theme} theme: ${raw}`)
  return toRgb(colour)
}

/** What the eye sees when a translucent wash lies on an opaque ground. */
export function lay(wash: Color, ground: Color): Color {
  return blend([ground, wash], 'normal', 'rgb')
}
