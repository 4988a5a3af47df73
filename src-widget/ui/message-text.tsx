// A message's words: plain text with safe links. No HTML ever reaches the page.
import { h } from '../dom/element.ts'
import { linkify } from '../text/linkify.ts'

export function MessageText({ text }: { readonly text: string }) {
  return (
    <p class="text" dir="auto">
      {linkify(text).map(({ href, text: part }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
