// A soft two-note sound, made on the spot: no file to load, nothing to allow in a page's CSP.

const VOLUME = 0.08
const NOTES_HZ = [659.25, 880] as const
const NOTE_GAP_S = 0.11
const FADE_S = 0.12

const play = (audio: AudioContext): void => {
  const { currentTime: from, destination } = audio
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  for (const [index, note] of NOTES_HZ.entries()) {
    const start = from + index * NOTE_GAP_S
    tone.frequency.setValueAtTime(note, start)
    volume.gain.setValueAtTime(VOLUME, start)
  }
  volume.gain.setTargetAtTime(0, from + NOTE_GAP_S, FADE_S)
  tone.connect(volume).connect(destination)
  tone.start()
  tone.stop(from + 1)
}

/** Browsers let a page make sound only after the person did something on it; asking earlier only fills their console. */
const mayPlay = (): boolean => {
  const activation: UserActivation | undefined = navigator.userActivation
  return activation?.hasBeenActive ?? false
}

export const createChime = () => {
  let audio: AudioContext | undefined
  return async (): Promise<void> => {
    if (!mayPlay()) return
    try {
      audio ??= new AudioContext()
      if (audio.state === 'suspended') await audio.resume()
      play(audio)
    } catch {
      // No sound device, or not allowed after all: the badge still says it.
      audio = undefined
    }
  }
}
