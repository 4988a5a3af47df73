// A text that the page made, saved as a file under its name.

/** The browser has begun to save by then; earlier some of them save nothing. */
const releaseAfterMs = 60_000

export function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), releaseAfterMs)
}
