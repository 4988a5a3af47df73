// Which pages may talk to this server: shop pages to the visitors' side, only our own desk to the agents' side. Pure.
export type OriginPolicy = {
  /** A page of this origin may carry the widget. */
  mayVisit(origin: string | undefined, host: string | undefined): boolean
  /** A page of this origin is our desk. */
  mayWork(origin: string | undefined, host: string | undefined): boolean
}

/** The desktop app's pages, wherever the app runs. */
export const DESK_APP_ORIGIN = 'frontdesk-app://desk'

type OriginRules = {
  /** Shop pages; empty: any. */
  readonly allowedOrigins: readonly string[]
  readonly publicUrl: string | undefined
}

/** The scheme is left out: behind a proxy that ends TLS the page is https and we are not. */
const isSameHost = (origin: string, host: string | undefined): boolean =>
  host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()

/** No Origin header: no browser's page (an integrator, a phone's app), or the page's own plain GET. */
export const createOriginPolicy = ({ allowedOrigins, publicUrl }: OriginRules): OriginPolicy => {
  const isOurs = (origin: string, host: string | undefined): boolean =>
    origin === DESK_APP_ORIGIN || origin === publicUrl || isSameHost(origin, host)
  return {
    mayVisit: (origin, host) =>
      origin === undefined || allowedOrigins.length === 0 || allowedOrigins.includes(origin) || isOurs(origin, host),
    mayWork: (origin, host) => origin === undefined || isOurs(origin, host),
  }
}
