import { decode, encode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEntry } from '../testing/arbitrary-entries.ts'
import { arbitraryClientFrame, arbitraryServerFrame } from '../testing/arbitrary-frames.ts'
import {
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodePacked,
  encodeServerFrame,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type EpochMs,
  type Offset,
  type Seq,
} from './index.ts'
import { limits } from './limits.ts'
import { parseClientFrame } from './parse-client-frame.ts'
import { entryFromWire, entryToWire } from './wire-entry.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('what is encoded is decoded', () => {
  it('[D10.10] every client frame comes through the server’s edge as it was', () => {
    fc.assert(
      fc.property(arbitraryClientFrame, (frame) => {
        expect(parseClientFrame(encodeClientFrame(frame))).toEqual({ ok: true, value: frame })
      }),
      { numRuns: 500 },
    )
  })

  it('[D10.10] every server frame comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryServerFrame, (frame) => {
        expect(decodeServerFrame(encodeServerFrame(frame))).toEqual({ ok: true, value: frame })
      }),
      { numRuns: 500 },
    )
  })

  it('[D10.10] every entry comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(entryFromWire(entryToWire(entry))).toEqual(entry)
      }),
    )
  })

  it('[D10.10] a packed frame hands back its bytes', () => {
    const deflated = Uint8Array.of(1, 2, 3)
    expect(decodeServerFrame(encodePacked(deflated))).toEqual({ ok: true, value: { type: 'packed', deflated } })
  })
})

describe('the wire does not move', () => {
  // Golden bytes: a change here breaks every client that is already out there.
  it('[D10.10] a send is an array of an id and four fields', () => {
    const frame: ClientFrame = {
      type: 'send',
      cid: 'c0ffee00' as Cid,
      conversation: 7 as ConversationId,
      text: '您好',
      files: [],
    }
    expect(hex(encodeClientFrame(frame))).toBe('9503a8633066666565303007a6e682a8e5a5bd90')
    expect(encodeClientFrame(frame)).toHaveLength(20)
    const answer = { ...frame, quote: 5 as Offset }
    expect(hex(encodeClientFrame(answer))).toBe('9603a8633066666565303007a6e682a8e5a5bd9005')
    expect(hex(encodeClientFrame({ ...answer, quote: undefined, reply: 9 as never }))).toBe(
      '9703a8633066666565303007a6e682a8e5a5bd90c009',
    )
  })

  it('[D10.10] a message as its readers get it', () => {
    const bytes = encodeServerFrame({
      type: 'entry',
      entry: {
        offset: 1_042 as Offset,
        at: 1_750_000_000_000 as EpochMs,
        conversation: 7 as ConversationId,
        seq: 3 as Seq,
        author: { kind: 'visitor', id: 0 },
        kind: 'message.sent',
        body: { cid: 'c0ffee00' as Cid, text: '您好', files: [] },
      },
    })
    expect(hex(bytes)).toBe('92029acd0412cf000001977420dc000703010001a86330666665653030a6e682a8e5a5bd90')
  })

  it('[D10.10] an ack and a beat', () => {
    const at = 1_750_000_000_000 as EpochMs
    const ack = {
      type: 'ack',
      cid: 'c0ffee00' as Cid,
      conversation: 7 as ConversationId,
      offset: 1_042 as Offset,
      seq: 3 as Seq,
      at,
    } as const
    expect(hex(encodeServerFrame(ack))).toBe('9606a8633066666565303007cd041203cf000001977420dc00')
    const beat = { type: 'beat', head: 1_042 as Offset, last: 0 as Offset, at } as const
    expect(hex(encodeServerFrame(beat))).toBe('9410cd041200cf000001977420dc00')
  })

  it('[D10.10] fields that a newer peer added are ignored', () => {
    const bytes = encode([5, 7, true, 'from the future'])
    expect(parseClientFrame(bytes)).toEqual({ ok: true, value: { type: 'typing', conversation: 7, active: true } })
    expect(decodeServerFrame(encode([14, 3, 'more']))).toEqual({ ok: true, value: { type: 'done', rid: 3 } })
  })

  it('[D10.10] a frame that a newer server added is nothing to this client, and no fault', () => {
    expect(decodeServerFrame(encode([200, 7, 'from the future']))).toEqual({ ok: true, value: { type: 'unknown' } })
  })

  it('[D10.10] [D3.3] an entry of an unknown kind keeps its place', () => {
    expect(entryFromWire([9, 1, 7, 3, 0, 0, 200, 'x'])).toMatchObject({ offset: 9, seq: 3, kind: 'hidden', body: {} })
  })
})

describe('bad bytes', () => {
  it('[D10.1] no bytes make the server’s edge throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const parsed = parseClientFrame(bytes)
        expect(parsed.ok || parsed.code === 'bad_frame').toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[D10.1] no bytes make a client throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeServerFrame(bytes)
        expect(decoded.ok || decoded.code === 'bad_frame').toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[D10.1] a frame with one byte changed is a frame or is refused', () => {
    fc.assert(
      fc.property(arbitraryClientFrame, fc.nat(), fc.nat(255), (frame, place, byte) => {
        const bytes = encodeClientFrame(frame)
        bytes[place % bytes.length] = byte
        expect(parseClientFrame(bytes).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 1_000 },
    )
  })

  it('[D10.1] any msgpack value is a frame or is refused', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: false, maxDepth: 3 }), (value) => {
        let bytes: Uint8Array
        try {
          bytes = encode(value)
        } catch {
          return // Not everything of JavaScript is msgpack.
        }
        expect(parseClientFrame(bytes).ok).toBeTypeOf('boolean')
        expect(decodeServerFrame(bytes).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 1_000 },
    )
  })

  it('[D10.1] an id that pretends to be a number does not get converted', () => {
    const trap = encode([{ toString: 1, valueOf: 1 }, 7])
    expect(decodeClientFrame(trap)).toEqual({ ok: false, code: 'bad_frame' })
    expect(decodeServerFrame(trap)).toEqual({ ok: false, code: 'bad_frame' })
    expect(decodeClientFrame(encode(['13']))).toEqual({ ok: false, code: 'bad_frame' })
  })

  it('[D9.2] lengths are believed only up to what a frame can hold', () => {
    const huge = { array: 'ddffffffff', string: 'dbffffffff', binary: 'c6ffffffff', map: 'dfffffffff' }
    for (const header of Object.values(huge))
      expect(decodeClientFrame(Buffer.from(`9503${header}`, 'hex'))).toEqual({ ok: false, code: 'bad_frame' })
  })

  it('[D9.2] nested lists cannot claim more memory than the frame has bytes', () => {
    // 13,000 headers of 65,535 elements each: 6.8 GB if they were believed.
    const nested = Buffer.from('dd0000ffff'.repeat(13_000), 'hex')
    expect(nested.length).toBeLessThan(limits.maxClientFrameBytes + 1_024)
    const before = process.memoryUsage().heapTotal
    expect(decodeClientFrame(nested)).toEqual({ ok: false, code: 'bad_frame' })
    expect(process.memoryUsage().heapTotal - before).toBeLessThan(64 * 1_024 * 1_024)
  })

  it('[D10.1] a coder of our own would not read its frames differently', () => {
    const bytes = encodeServerFrame({ type: 'bye', code: 'server_full', retryAfterMs: 5_000 })
    expect(decode(bytes)).toEqual([17, 'server_full', 5_000])
  })
})

it('[D10.10] a welcome from before it said what it takes stands for thirteen frames', () => {
  const old = encode([1, 'epoch', 1, 25_000, { kind: 'visitor', id: 1, name: '' }])
  expect(decodeServerFrame(old)).toMatchObject({ ok: true, value: { type: 'welcome', takes: 13 } })
})
