// What the desktop itself says in English: menus, tray, dialogs. The page has its own catalogue.
export const en = {
  appName: 'Frontdesk',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  about: 'About Frontdesk',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  actualSize: 'Actual size',
  fullScreen: 'Full screen',
  closeWindow: 'Close window',
  showLog: 'Show the log file',
  open: 'Open Frontdesk',
  quit: 'Quit Frontdesk',
  hosting: 'Hosting this desk',
  notHosting: 'Not hosting',
  restarting: 'The server is restarting',
  unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  nothingUnread: 'No unread messages',
  standing: { online: 'Online', busy: 'Busy', away: 'Away', offline: 'Not connected' },
  connected: (colleagues: number, visitors: number) => {
    const parts = [
      ...(colleagues === 0 ? [] : [colleagues === 1 ? '1 colleague' : `${colleagues} colleagues`]),
      ...(visitors === 0 ? [] : [visitors === 1 ? '1 visitor' : `${visitors} visitors`]),
    ]
    return `${parts.join(' and ')} ${colleagues + visitors === 1 ? 'is' : 'are'} connected.`
  },
  connectedUnknown: 'The server does not answer, so nobody can say who is connected.',
  quitTitle: 'Stop hosting and quit?',
  quitBody:
    'Everybody is told, and reconnected once this computer hosts again. What they write until then waits with them; everything sent so far is on disk.',
  quitNow: 'Quit and stop hosting',
  keepHosting: 'Keep hosting',
  hideTitle: 'Keep hosting without a window?',
  hideBody: 'This desktop shows no tray icons. To see the window again, start Frontdesk once more.',
  cancel: 'Cancel',
  reply: 'Answer',
  stillHostingTitle: 'Frontdesk keeps running',
  stillHostingBody: 'Colleagues and visitors stay connected. Quit from the tray icon to stop hosting.',
  pageBackTitle: 'The window broke and was opened again',
  pageBackBody: 'Nothing that was sent is lost, and what you were writing is kept.',
  pageBrokenTitle: 'The window keeps breaking',
  pageBrokenBody:
    'Nothing that was sent is lost, and what you were writing is kept. Open it again, or look into the log file.',
  openAgain: 'Open it again',
}

export type MainTexts = typeof en
