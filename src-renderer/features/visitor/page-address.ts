// A page's address as short as it still says something: the path for our own site, the host for where one came from.

export function pathOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') || url
}
