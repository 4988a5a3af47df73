import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageFromText, rowToText } from './outbox-row.ts'
import type { OutboxMessage } from './client-state.ts'

const message = {
  cid: 'abcdefgh',
  conversation: 3,
  text: '在吗？',
  files: [{ key: 'k', name: '合同.pdf', bytes: 9, mime: 'application/pdf', width: 0, height: 0 }],
  createdAt: 5,
  state: 'failed',
  code: 'storage_full',
} as unknown as OutboxMessage

describe('a kept message', () => {
  it('[D5] reads back as it was written', () => {
    expect(messageFromText(rowToText(message))).toEqual(message)
    expect(messageFromText(rowToText({ ...message, state: 'sending', code: undefined }))).toEqual({
      ...message,
      state: 'sending',
      code: undefined,
    })
  })

  it('[D5] is skipped, never thrown at, when its row is broken', () => {
    for (const broken of ['', '{', 'null', '[]', '{}', '"x"']) expect(messageFromText(broken)).toBeUndefined()
    const wrongValues = [undefined, null, -1, 1.5, {}, [1]]
    for (const field of ['cid', 'conversation', 'text', 'files', 'createdAt', 'state'])
      for (const wrong of wrongValues)
        expect(messageFromText(JSON.stringify({ ...message, [field]: wrong }))).toBeUndefined()
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(messageFromText(text)).toBeUndefined()
      }),
    )
  })

  it('forgets a code that this version does not know', () => {
    expect(messageFromText(JSON.stringify({ ...message, code: 'made_up' }))).toMatchObject({
      state: 'failed',
      code: undefined,
    })
  })
})
