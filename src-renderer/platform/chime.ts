// Soft sounds when something arrives. Made by the browser itself, so there is no file to load and nothing to license.

export const sounds = ['chime', 'drop', 'knock', 'bell'] as const
export type Sound = (typeof sounds)[number]

/** `hertz` one after the other, `everyMs` apart; each fades within `noteMs`. */
type Notes = {
  readonly wave: 'sine' | 'triangle'
  readonly hertz: readonly number[]
  readonly everyMs: number
  readonly noteMs: number
}

const notesOf: Readonly<Record<Sound, Notes>> = {
  chime: { wave: 'sine', hertz: [660, 880], everyMs: 140, noteMs: 280 },
  drop: { wave: 'sine', hertz: [988, 659], everyMs: 110, noteMs: 220 },
  knock: { wave: 'triangle', hertz: [196, 196], everyMs: 130, noteMs: 120 },
  bell: { wave: 'sine', hertz: [784, 988, 1175], everyMs: 120, noteMs: 420 },
}
const loudness = 0.06
/** A burst of messages is one event for the ear. */
const quietForMs = 2_000

let context: AudioContext | undefined
let lastAt = -Infinity

export function playChime(sound: Sound): void {
  const now = performance.now()
  if (now - lastAt < quietForMs) return
  lastAt = now
  playOnce(sound)
}

/** At once, for whoever chooses among them. */
export function playOnce(sound: Sound): void {
  if (!('AudioContext' in window)) return
  const { wave, hertz, everyMs, noteMs } = notesOf[sound]
  context ??= new AudioContext()
  // Browsers keep pages silent until somebody has touched them; then there is nothing to hear, and nothing breaks.
  if (context.state !== 'running') void context.resume().catch(() => undefined)
  const start = context.currentTime
  for (const [index, frequency] of hertz.entries()) {
    const from = start + (index * everyMs) / 1000
    const tone = new OscillatorNode(context, { type: wave, frequency })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + noteMs / 1000)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + noteMs / 1000)
  }
}
