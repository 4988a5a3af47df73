// The two questions that only a host is asked: quit although people are connected, close where no tray shows the way back.
import { dialog, type BrowserWindow } from 'electron'
import type { MainTexts } from '../texts/en.ts'
import type { Others } from './quit-flow.ts'

const ask = (over: BrowserWindow | undefined, options: Electron.MessageBoxOptions): Promise<{ response: number }> =>
  over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options)

/** @returns whether to quit. Enter and Escape both keep hosting: quitting is what cuts others off. */
export const askToQuit = async (
  over: BrowserWindow | undefined,
  { quitTitle, quitBody, quitNow, keepHosting, connected, connectedUnknown }: MainTexts,
  others: Others,
): Promise<boolean> => {
  const who = others === 'unknown' ? connectedUnknown : connected(others.agents, others.visitors)
  const { response } = await ask(over, {
    type: 'question',
    message: quitTitle,
    detail: `${who} ${quitBody}`,
    buttons: [quitNow, keepHosting],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

export const askToHide = async (
  over: BrowserWindow,
  { hideTitle, hideBody, keepHosting, quitNow, cancel }: MainTexts,
): Promise<'hide' | 'quit' | 'stay'> => {
  const { response } = await ask(over, {
    type: 'question',
    message: hideTitle,
    detail: hideBody,
    buttons: [keepHosting, quitNow, cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'hide' : response === 1 ? 'quit' : 'stay'
}
