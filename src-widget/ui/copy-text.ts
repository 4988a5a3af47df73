// Puts text on the clipboard, also on pages without https, where only the old way works.

const copyOldWay = (text: string): boolean => {
  const field = document.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;opacity:0'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the Clipboard API does not exist on http pages
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}

export const copyText = async (text: string): Promise<boolean> => {
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (!clipboard) return copyOldWay(text)
    await clipboard.writeText(text)
    return true
  } catch {
    // Not allowed in this frame.
    return copyOldWay(text)
  }
}
