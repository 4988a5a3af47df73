// What connections say within one turn of the event loop leaves at its end: one write for each of them, however much it was told.

export type TurnSpeaker = { sayAll(): void }

/** Called by a speaker that has something to say, at most once a turn. */
export type TurnWriter = (speaker: TurnSpeaker) => void

export const createTurnWriter = (): TurnWriter => {
  let speakers: TurnSpeaker[] = []
  const endTurn = (): void => {
    const due = speakers
    speakers = []
    for (const speaker of due) speaker.sayAll()
  }
  return (speaker) => {
    if (speakers.length === 0) process.nextTick(endTurn)
    speakers.push(speaker)
  }
}
