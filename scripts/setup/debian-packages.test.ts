import { describe, expect, it } from 'vitest'
import { isDebianLike, missingFrom } from './debian-packages.mjs'

describe('Debian packages', () => {
  it('knows Debian and what descends from it', () => {
    expect(isDebianLike('NAME="Debian GNU/Linux"\nID=debian\n')).toBe(true)
    expect(isDebianLike('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true)
    expect(isDebianLike('NAME="Fedora Linux"\nID=fedora\n')).toBe(false)
  })

  it('takes a package for missing unless dpkg calls it installed', () => {
    const printed = 'xvfb installed\nlibnss3 config-files\ng++ installed\n'
    expect(missingFrom(printed, ['xvfb', 'libnss3', 'g++', 'chromium'])).toEqual(['libnss3', 'chromium'])
  })

  it('is content with either name of a renamed package', () => {
    expect(missingFrom('libasound2 installed\n', ['libasound2t64|libasound2'])).toEqual([])
    expect(missingFrom('libasound2t64 installed\n', ['libasound2t64|libasound2'])).toEqual([])
  })
})
