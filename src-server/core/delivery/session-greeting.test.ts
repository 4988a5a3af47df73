import { expect, it } from 'vitest'
import { limits, ok } from '../../protocol/index.ts'
import { helloOf } from '../../testing/gateway-world.ts'
import { START, endedWith, snapshotAt, startSession, visitorIdentity } from '../../testing/pure-session.ts'
import { nextTickAt } from './session.ts'

it('[D4.1] asks whose token it is, welcomes, joins before it reads, and resets a newcomer', () => {
  const session = startSession({ head: 5 })
  session.say(helloOf('token'))
  expect(session.take()).toEqual([{ type: 'identify', token: 'token' }])
  session.feed({ type: 'identified', result: ok(visitorIdentity) })
  expect(session.takeTypes()).toEqual(['send', 'join', 'snapshot'])
  session.feed({ type: 'snapshot', snapshot: snapshotAt(5) })
  expect(session.takeFrames()).toEqual([
    { type: 'reset', reason: 'first', snapshot: snapshotAt(5) },
    { type: 'live', cursor: 5, announcement: null },
  ])
})

it('[D10.5] the first frame is a hello of a version we speak, with a token', () => {
  const beat = startSession()
  beat.say({ type: 'beat' })
  expect(endedWith(beat)).toBe('hello_expected')
  const old = startSession()
  old.say(helloOf('token', { version: 99 }))
  expect(endedWith(old)).toBe('version_unsupported')
  const nobody = startSession()
  nobody.say(helloOf(''))
  expect(endedWith(nobody)).toBe('unauthorized')
  const garbage = startSession()
  garbage.feed({ type: 'received', bytes: Uint8Array.of(0xc1) })
  expect(endedWith(garbage)).toBe('bad_frame')
})

it('[D10.5] nothing may follow the hello before the welcome', () => {
  const session = startSession()
  session.say(helloOf('token'), { type: 'beat' })
  expect(endedWith(session)).toBe('hello_expected')
  session.feed({ type: 'identified', result: ok(visitorIdentity) })
  expect(session.take()).toEqual([])
})

it('[D9.1] a hello is small', () => {
  const session = startSession()
  session.feed({ type: 'received', bytes: new Uint8Array(limits.maxHelloFrameBytes + 1) })
  expect(endedWith(session)).toBe('frame_too_large')
})

it('[D9.1] a hello comes in time; looking up its token takes what it takes', () => {
  const silent = startSession()
  expect(nextTickAt(silent.state)).toBe(START + limits.helloWithinMs)
  silent.context.now += limits.helloWithinMs
  silent.feed({ type: 'tick' })
  expect(endedWith(silent)).toBe('hello_timeout')
  const rewound = startSession()
  rewound.context.now -= 3_600_000
  rewound.feed({ type: 'tick' })
  expect(endedWith(rewound)).toBe('hello_timeout')
  const slow = startSession()
  slow.say(helloOf('token'))
  slow.context.now += limits.helloWithinMs
  slow.feed({ type: 'tick' })
  expect(slow.state.kind).toBe('identifying')
})

it('[D10.11] a refused token ends with its code', () => {
  const session = startSession()
  session.say(helloOf('token'))
  session.feed({ type: 'identified', result: { ok: false, code: 'session_revoked' } })
  expect(endedWith(session)).toBe('session_revoked')
})
