// What a file really is, by its content: its name and what the browser called it are a stranger's word.
import { open } from 'node:fs/promises'
import { UNKNOWN_MIME } from './inspection.ts'

const TEXT_SAMPLE_BYTES = 4_096

/** Text without a magic number: valid UTF-8 without NUL. */
const looksLikeText = async (path: string): Promise<boolean> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TEXT_SAMPLE_BYTES), 0, TEXT_SAMPLE_BYTES, 0)
    const sample = buffer.subarray(0, bytesRead)
    if (sample.includes(0)) return false
    // `stream` forgives a character cut in half at the end of the sample, and nothing else.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    // Not UTF-8: some other encoding or no text at all, which is saved rather than shown either way.
    return false
  } finally {
    await handle.close()
  }
}

export const sniffMime = async (path: string): Promise<string> => {
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path).catch(() => undefined)
  // Markup is text: calling it by its own name would only invite somebody to show it as a page.
  if (found && !/(?:xml|html|svg)/u.test(found.mime)) return found.mime
  return found || (await looksLikeText(path)) ? 'text/plain' : UNKNOWN_MIME
}
