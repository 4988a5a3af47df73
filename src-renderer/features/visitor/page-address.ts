// A page's address as short as it still says something: the path for our own site, the host for where one came from.

/** As a person would write it: %E8%8C%B6 is 茶. */
function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    // Not UTF-8: shown as it came.
    return path
  }
}

export function pathOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? url : readable(`${parsed.pathname}${parsed.search}${parsed.hash}`)
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') || url
}
