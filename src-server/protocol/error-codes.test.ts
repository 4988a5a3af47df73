import { expect, it } from 'vitest'
import { closeCodes, mayReconnect } from './close-codes.ts'
import { closeCodeOf, errorCodes, isErrorCode, isRetryable, type ErrorCode } from './error-codes.ts'
import { errorTexts } from './error-texts.ts'

const codes = Object.keys(errorCodes).filter(isErrorCode)

it('[D10.8] close codes lie in our range, none twice', () => {
  const all = Object.values(closeCodes)
  expect(new Set(all).size).toBe(all.length)
  for (const code of all) expect(code >= 4_000 && code <= 4_999).toBe(true)
})

it('[D10.8] a code that ends a connection lets it come back exactly if it is retryable', () => {
  const unlike = codes.filter((code) => {
    const closeCode = closeCodeOf(code)
    return closeCode !== undefined && mayReconnect(closeCode) !== isRetryable(code)
  })
  expect(unlike).toEqual([])
})

it('[D10.8] every close code belongs to an error', () => {
  const used = new Set(codes.map(closeCodeOf))
  for (const code of Object.values(closeCodes)) expect(used).toContain(code)
})

it('[D10.8] the network’s own close codes mean: come back', () => {
  for (const code of [1000, 1001, 1005, 1006, 1011, 1012]) expect(mayReconnect(code)).toBe(true)
})

it('[D10.8] retryable is what a busy or stopping server says, never what a wrong request gets', () => {
  const statuses: Record<ErrorCode, { readonly httpStatus: number }> = errorCodes
  const having = (...wanted: readonly number[]) => codes.filter((code) => wanted.includes(statuses[code].httpStatus))
  expect(having(500, 503, 504, 507).filter((code) => !isRetryable(code))).toEqual([])
  expect(having(401, 403, 404, 409, 422).filter(isRetryable)).toEqual([])
})

it('[D10.8] every code has a text in both languages, short and calm', () => {
  expect(Object.keys(errorTexts).toSorted()).toEqual(codes.toSorted())
  for (const code of codes) {
    const { en, zh } = errorTexts[code]
    expect(en).toMatch(/^[A-Z].*\.$/u)
    expect(zh).toMatch(/^\p{Script=Han}.*。$/u)
    expect(en + zh).not.toMatch(/[!！]|\s{2}/u)
    expect([code, en.length <= 170, zh.length <= 80]).toEqual([code, true, true])
    // Chinese sentences carry Chinese punctuation.
    expect(zh).not.toMatch(/\p{Script=Han}[,.;:?]/u)
  }
})
