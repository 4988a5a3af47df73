// The application menu in the language of the desk. Roles bring the system's own behaviour; labels are ours.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MainTexts } from '../texts/en.ts'

export const setAppMenu = (texts: MainTexts, actions: { readonly showLog: () => void }): void => {
  const appMenu: MenuItemConstructorOptions = {
    label: texts.appName,
    submenu: [
      { role: 'about', label: texts.about },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit', label: texts.quit },
    ],
  }
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu] : []),
    {
      label: texts.file,
      submenu: [
        { role: 'close', label: texts.closeWindow },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const, label: texts.quit }]),
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
        { type: 'separator' },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.help,
      submenu: [
        { label: texts.showLog, click: actions.showLog },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'about' as const, label: texts.about }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
