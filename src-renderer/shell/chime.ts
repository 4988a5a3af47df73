// Two soft notes when something arrives. Made by the browser itself, so there is no file to load and nothing to license.

const notesHz = [660, 880] as const
const noteMs = 140
const loudness = 0.06
/** A burst of messages is one event for the ear. */
const quietForMs = 2_000

let context: AudioContext | undefined
let lastAt = -Infinity

export function playChime(): void {
  const now = performance.now()
  if (now - lastAt < quietForMs || !('AudioContext' in window)) return
  lastAt = now
  context ??= new AudioContext()
  // Browsers keep pages silent until somebody has touched them; then there is nothing to hear, and nothing breaks.
  if (context.state !== 'running') void context.resume().catch(() => undefined)
  const start = context.currentTime
  for (const [index, hertz] of notesHz.entries()) {
    const from = start + (index * noteMs) / 1000
    const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + (noteMs * 2) / 1000)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + (noteMs * 2) / 1000)
  }
}
