// What an uploaded file may be called: a name a person recognises and no system, page or eye is fooled by. Pure.
import { limits } from '../../protocol/index.ts'

/** Direction overrides make "gpj.exe" read as "exe.jpg"; controls break headers and terminals. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
const forbiddenOnWindows = /[<>:"|?*]/gu
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
const MAX_EXTENSION_LENGTH = 16

/** Cut by characters, keeping the extension, which says what opens it. */
const shorten = (name: string): string => {
  if (name.length <= limits.maxFileNameLength) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION_LENGTH ? name.slice(dot) : ''
  const room = limits.maxFileNameLength - extension.length
  return (
    name
      .slice(0, room)
      .toWellFormed()
      .replace(/\uFFFD$/u, '') + extension
  )
}

export const cleanFileName = (given: string): string => {
  const last = given.split(/[/\\]/u).at(-1) ?? ''
  const visible = last.toWellFormed().normalize('NFC').replaceAll(invisible, '').replaceAll(/\s+/gu, ' ')
  const tidy = visible
    .replaceAll(forbiddenOnWindows, '_')
    .replace(/^[.\s]+/u, '')
    .replace(/[.\s]+$/u, '')
  if (tidy === '') return 'file'
  return shorten(reservedOnWindows.test(tidy) ? `_${tidy}` : tidy)
}
