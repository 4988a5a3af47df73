// Files as a person has them: from the disk, from the clipboard, or dragged in from another program.
import { Buffer } from 'node:buffer'
import type { Locator } from '@playwright/test'

export type PickedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A 1 × 1 PNG. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Neither Playwright nor the browser lets a test fill the clipboard or drag from outside: the page is told as it would be. */
const hand = (target: Locator, file: PickedFile, how: 'paste' | 'drop'): Promise<void> =>
  target.evaluate(
    (element, { name, mimeType, base64, type }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name, { type: mimeType }))
      const reach = { bubbles: true, cancelable: true, composed: true }
      if (type === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { ...reach, clipboardData: transfer }))
      else
        for (const step of ['dragenter', 'dragover', 'drop'])
          element.dispatchEvent(new DragEvent(step, { ...reach, dataTransfer: transfer }))
    },
    { name: file.name, mimeType: file.mimeType, base64: file.buffer.toString('base64'), type: how },
  )

export const pasteFile = (target: Locator, file: PickedFile): Promise<void> => hand(target, file, 'paste')
export const dropFile = (target: Locator, file: PickedFile): Promise<void> => hand(target, file, 'drop')
