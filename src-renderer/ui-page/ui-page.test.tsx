// The component page is complete and speaks both languages. How it looks is for Playwright and for eyes.
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { i18n, setLanguage, startI18n } from '../i18n/i18n.ts'
import { languages } from '../i18n/language.ts'
import { UiPage } from './ui-page.tsx'
import { readPageSettings } from './page-settings.ts'

const parts = import.meta.glob<string>('../ui/*.tsx', { query: '?raw', import: 'default', eager: true })
const page = import.meta.glob<string>(['./**/*.tsx', '!./**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe('component page', () => {
  it('[look] shows every part, by itself or inside another', () => {
    const readers = [...Object.values(parts), ...Object.values(page)].join('\n')
    const unseen = Object.keys(parts)
      .map((path) => path.slice(path.lastIndexOf('/') + 1))
      .filter((file) => !readers.includes(`/${file}'`) && !readers.includes(`/${file.replace('.tsx', '.ts')}'`))
      .filter((file) => file !== 'ui-root.tsx')
    expect(unseen).toEqual([])
  })

  it.each(languages)('[look] renders in %s without a missing word', async (language) => {
    startI18n('en')
    await setLanguage(language)
    const missing: string[] = []
    i18n.options.parseMissingKeyHandler = (key) => {
      missing.push(key)
      return key
    }
    const html = renderToString(<UiPage initial={readPageSettings(`?language=${language}`)} />)
    expect(html).toContain(language === 'zh' ? '在线' : 'Online')
    expect(html).not.toMatch(/\{\{/)
    expect(missing).toEqual([])
  })

  it('[look] an address with nonsense in it shows the defaults', () => {
    expect(readPageSettings('?theme=pink&language=xx&zoom=900&density=airy')).toEqual({
      theme: 'auto',
      language: 'auto',
      density: 'comfortable',
      zoom: '100',
    })
  })
})
