import { Decoder as LibraryDecoder, encode as libraryEncode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decoder, Encoder } from './small-msgpack.ts'

const decode = (bytes: Uint8Array): unknown => new Decoder().decode(bytes)
const encode = (value: unknown): Uint8Array => new Encoder().encode(value)

const flat = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.boolean(), fc.string({ unit: 'grapheme' }), fc.constant(null))
/** What a client says: an array of numbers, texts and flags, some of them in arrays. */
const frame = fc.array(fc.oneof(flat, fc.array(flat)))

describe('small msgpack', () => {
  it('reads whatever the library writes', () => {
    const key = fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__')
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        flat,
        fc.integer(),
        fc.double({ noNaN: true }),
        fc.uint8Array(),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (each) => {
        const bytes = libraryEncode(each)
        // To the library's own reader the zero below zero is zero.
        expect(decode(bytes)).toEqual(new LibraryDecoder().decode(bytes))
      }),
    )
    for (const each of [-(2 ** 31) - 1, Number.MIN_SAFE_INTEGER, -0.5]) expect(decode(libraryEncode(each))).toBe(each)
  })

  it('is read by the library', () => {
    fc.assert(
      fc.property(frame, (each) => {
        expect(new LibraryDecoder().decode(encode(each))).toEqual(each)
      }),
    )
  })

  it.each([0, 31, 32, 255, 256, 65_535, 65_536])('holds texts, arrays, maps and bytes of length %i', (length) => {
    const numbers = Array.from({ length }, (_, index) => index % 200)
    const values = ['é'.repeat(length), numbers]
    // As text: comparing large values piece by piece takes the test runner seconds.
    const said = (value: unknown): string => JSON.stringify(value)
    expect(said(new LibraryDecoder().decode(encode(values))) === said(values)).toBe(true)
    const map = Object.fromEntries(numbers.map((number, index) => [`k${index}`, number]))
    const received = [...values, Uint8Array.from(numbers), map]
    expect(said(decode(libraryEncode(received))) === said(received)).toBe(true)
  })

  it('[D10] takes any bytes without anything but a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decode(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
    expect(() => decode(new Uint8Array(2_000_000).fill(0x91))).toThrow(RangeError)
    expect(() => decode(Uint8Array.of(0xdd, 255, 255, 255, 255))).toThrow(RangeError)
    expect(() => decode(Uint8Array.of(1, 1))).toThrow(RangeError)
    expect(() => decode(libraryEncode({ ['__proto__']: 1 }))).toThrow()
  })
})
