// A soft two-note sound, made on the spot: no file to load, nothing to allow in a page's CSP.

const VOLUME = 0.08
const NOTES_HZ = [659.25, 880] as const
const NOTE_GAP_S = 0.11
const NOTE_LENGTH_S = 0.5

const playNote = (audio: AudioContext, frequencyHz: number, at: number): void => {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = frequencyHz
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.015)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_LENGTH_S)
  tone.connect(volume).connect(audio.destination)
  tone.start(at)
  tone.stop(at + NOTE_LENGTH_S)
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
      const { currentTime } = audio
      for (const [index, note] of NOTES_HZ.entries()) playNote(audio, note, currentTime + index * NOTE_GAP_S)
    } catch {
      // No sound device, or not allowed after all: the badge still says it.
      audio = undefined
    }
  }
}
