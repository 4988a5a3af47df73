// From a request's path to a file of the built page, and to no other file of this computer.
import { join, normalize, sep } from 'node:path'

/** @returns the file inside `root` that a request path names, or undefined when it points anywhere else. */
export const fileInside = (root: string, path: string): string | undefined => {
  const decoded = decodePath(path)
  if (decoded === undefined || decoded.includes('\0')) return undefined
  const file = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return file.startsWith(normalize(root) + sep) ? file : undefined
}

const decodePath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not UTF-8 after decoding: names no file.
    return undefined
  }
}
