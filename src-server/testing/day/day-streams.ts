// The streams of chance in a simulated day.

/** Names of streams: two things never share one. */
export const streams = {
  arrival: 1,
  group: 2,
  priority: 3,
  patience: 4,
  turns: 5,
  work: 6,
  thought: 7,
  ending: 8,
  detour: 9,
  answer: 10,
  capacity: 20,
  speed: 21,
  membership: 22,
  shift: 23,
  absence: 24,
  crash: 25,
  hang: 26,
  storage: 40,
  routing: 41,
} as const
