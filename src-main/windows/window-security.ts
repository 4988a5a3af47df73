// What a page may never do, whatever it became: navigate away, open windows, embed guests, ask for devices.
import { shell, type App, type Session, type WebContents } from 'electron'
import { DESK_ORIGIN } from './desk-page.ts'

export const isOwnPage = (url: string): boolean => url === DESK_ORIGIN || url.startsWith(`${DESK_ORIGIN}/`)

/** Links go to the person's own browser; only these schemes, so that a message cannot start a program. */
const isSafeExternal = (url: string): boolean => /^(https?|mailto):/i.test(url)

const allowedPermissions = new Set(['notifications', 'clipboard-sanitized-write'])

const secureContents = (contents: WebContents, isTrusted: (url: string) => boolean): void => {
  contents.setWindowOpenHandler(({ url }) => {
    if (isSafeExternal(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event, url) => {
    if (!isTrusted(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export const secureEveryWindow = (app: App, isTrusted: (url: string) => boolean): void => {
  app.on('web-contents-created', (_, contents) => secureContents(contents, isTrusted))
}

export const securePermissions = (session: Session, isTrusted: (url: string) => boolean): void => {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(isTrusted(contents.getURL()) && allowedPermissions.has(permission)),
  )
  session.setPermissionCheckHandler((_, permission, origin) => isTrusted(origin) && allowedPermissions.has(permission))
}
