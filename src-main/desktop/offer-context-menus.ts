// A right click in any of our windows opens a menu (context-menu.ts); Electron has none of its own.
import { clipboard, Menu, type App, type WebContents } from 'electron'
import type { MainTexts } from '../texts/en.ts'
import { contextMenu } from './context-menu.ts'

const offerIn = (contents: WebContents, texts: () => MainTexts): void => {
  contents.on('context-menu', (_, clicked) => {
    const items = contextMenu(clicked, texts(), {
      replace: (word) => contents.replaceMisspelling(word),
      learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
      copyLink: (url) => void clipboard.writeText(url),
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup()
  })
}

export const offerContextMenus = (app: App, texts: () => MainTexts): void => {
  app.on('web-contents-created', (_, contents) => offerIn(contents, texts))
}
