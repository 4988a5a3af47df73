// The application menu in the language of the desk, without Electron. Roles bring the system's own behaviour; labels are ours.
import type { MenuItemConstructorOptions } from 'electron'
import type { MainTexts } from '../texts/en.ts'

export type AppMenuActions = {
  /** Of the settings. */
  readonly openPage: (page: 'general' | 'diagnostics') => void
  readonly showLog: () => void
}

export type AppMenuWorld = {
  readonly system: string
  /** Whoever works on the program itself has its tools. */
  readonly isPackaged: boolean
  readonly texts: MainTexts
  readonly actions: AppMenuActions
}

const line: MenuItemConstructorOptions = { type: 'separator' }

export const appMenu = ({ system, isPackaged, texts, actions }: AppMenuWorld): MenuItemConstructorOptions[] => {
  const isMac = system === 'darwin'
  const about: MenuItemConstructorOptions = { role: 'about', label: texts.about }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit }
  const close: MenuItemConstructorOptions = { role: 'close', label: texts.closeWindow }
  const settings: MenuItemConstructorOptions = {
    label: texts.settings,
    accelerator: 'CommandOrControl+,',
    click: () => actions.openPage('general'),
  }
  const own: MenuItemConstructorOptions = {
    label: texts.appName,
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'services', label: texts.services },
      line,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      line,
      quit,
    ],
  }
  return [
    ...(isMac ? [own] : []),
    { label: texts.file, submenu: isMac ? [close] : [settings, line, close, line, quit] },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        line,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'pasteAndMatchStyle', label: texts.pastePlain },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
        line,
        { role: 'zoomIn', label: texts.zoomIn },
        // The same key without Shift, as most people press it.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: texts.minimize },
        ...(isMac
          ? [{ role: 'zoom', label: texts.zoomWindow } as const, line, { role: 'front', label: texts.toFront } as const]
          : []),
      ],
    },
    {
      label: texts.help,
      role: 'help',
      submenu: [
        { label: texts.diagnostics, click: () => actions.openPage('diagnostics') },
        { label: texts.showLog, click: actions.showLog },
        ...(isMac ? [] : [line, about]),
      ],
    },
  ]
}
