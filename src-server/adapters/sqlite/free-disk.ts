import { statfsSync } from 'node:fs'

/** Bytes that an unprivileged process may still write into the file system of `dir`. */
export const freeDiskBytes = (dir: string): number => {
  const { bavail, bsize } = statfsSync(dir)
  return bavail * bsize
}
