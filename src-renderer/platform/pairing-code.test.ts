import { expect, it } from 'vitest'
import { isPairingCode, spacedCode } from './pairing-code.ts'

it('takes six digits however they are written, and shows them in two groups', () => {
  for (const typed of ['012345', spacedCode('012345'), '012-345', '０１２３４５'])
    expect(isPairingCode(typed), typed).toBe(true)
  for (const typed of ['', '12345', '0123456', '01234x']) expect(isPairingCode(typed), typed).toBe(false)
})
