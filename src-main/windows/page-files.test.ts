import { describe, expect, it } from 'vitest'
import { fileInside } from './page-files.ts'

describe('the page has no way to other files', () => {
  it('finds its own', () => {
    expect(fileInside('/app/renderer', '/')).toBe('/app/renderer/index.html')
    expect(fileInside('/app/renderer', '/assets/a%20b.js')).toBe('/app/renderer/assets/a b.js')
  })
  it.each(['/../secret', '/..%2fsecret', '/%2e%2e/%2e%2e/etc/passwd', '/a/../../x', '/%00', '/%ff', '//../x'])(
    'refuses %s',
    (path) => {
      const file = fileInside('/app/renderer', path)
      expect(file === undefined || file.startsWith('/app/renderer/')).toBe(true)
    },
  )
})
