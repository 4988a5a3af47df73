// Which tab leads. Two ways to decide: the browser's locks, and an election over the channel where there are none.

export type LeadershipEvents = {
  /** This tab leads from now on. */
  elected(): void
  /** Another tab has taken over; this one stands in the queue again. */
  deposed(): void
}

export type Leadership = {
  /** Stands for office, and again after having been deposed, until `resign`. */
  campaign(events: LeadershipEvents): void
  /** Takes over at once: whoever leads does not answer, or is slowed down by its browser. */
  steal(): void
  /** Gives up, leading or not. */
  resign(): void
}
