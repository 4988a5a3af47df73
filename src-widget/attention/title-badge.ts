// "(2) Green tea": the number of unread messages before the page's own title, which stays the page's.

const badge = /^\(\d+\+?\) /u

export const titleWithBadge = (title: string, unread: number, max = 99): string => {
  const own = title.replace(badge, '')
  return unread === 0 ? own : `(${unread > max ? `${max}+` : unread}) ${own}`
}

/** Puts the number there and takes it away again; a title the page changes meanwhile is kept. */
export const createTitleBadge = (page: { title: string }) => {
  let shown = 0
  return (unread: number): void => {
    // A page whose own title starts with "(3) " is left alone until there is something to say.
    if (unread === 0 && shown === 0) return
    shown = unread
    page.title = titleWithBadge(page.title, unread)
  }
}
