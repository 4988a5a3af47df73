import { describe, expect, it } from 'vitest'
import { contentDisposition, isShownInline } from './content-disposition.ts'

describe('how a file is given out', () => {
  it.each([
    'text/html',
    'text/plain',
    'text/xml',
    'text/javascript',
    'image/svg+xml',
    'application/xhtml+xml',
    'application/pdf',
    'application/x-shockwave-flash',
    'multipart/x-mixed-replace',
    'IMAGE/PNG; x',
    '',
  ])('[D10.15] %s is saved and never shown, for it might run', (mime) => {
    expect(isShownInline(mime)).toBe(false)
    expect(contentDisposition(mime, 'a')).toMatch(/^attachment;/u)
  })

  it('shows pictures, sound and film', () => {
    for (const mime of ['image/png', 'audio/mpeg', 'video/mp4'])
      expect(contentDisposition(mime, 'a')).toMatch(/^inline;/u)
  })

  it('[D10.15] no name ends the header or adds one', () => {
    const header = contentDisposition('image/png', 'a"; filename="b.html\r\nset-cookie: x\\%41退款.png')
    expect(header).toBe(
      'inline; filename="a_; filename=_b.html__set-cookie: x__41__.png"; ' +
        "filename*=UTF-8''a%22%3B%20filename%3D%22b.html%0D%0Aset-cookie%3A%20x%5C%2541%E9%80%80%E6%AC%BE.png",
    )
  })
})
