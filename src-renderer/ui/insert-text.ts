// Text at the caret as if it had been typed, so that undo takes it back.

export function insertText(input: HTMLTextAreaElement | null, text: string): void {
  if (!input) return
  input.focus()
  // Deprecated without a successor: the only way that keeps the browser's undo stack.
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  if (document.execCommand('insertText', false, text)) return
  input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
