/**
 * Constructed style sheets need no permission in a page's CSP; older browsers take an element with the script's nonce.
 * @param root a shadow root, as a node knows it
 */
export const addStyles = (root: Node, css: string, nonce: string | undefined): void => {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    ;(root as ShadowRoot).adoptedStyleSheets.push(sheet)
  } catch {
    const style = document.createElement('style')
    if (nonce !== undefined) style.nonce = nonce
    style.textContent = css
    root.appendChild(style)
  }
}
