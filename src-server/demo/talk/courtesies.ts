// What is said in every kind of conversation: how people greet, wait, thank, part and come back.

export type Courtesies = {
  /** The visitor, before the matter itself. */
  readonly hello: readonly string[]
  /** The agent's first words. */
  readonly greet: readonly string[]
  /** The agent's first words after a night or a long queue. */
  readonly lateGreet: readonly string[]
  /** The agent, before an answer that takes a moment. */
  readonly oneMoment: readonly string[]
  readonly anythingElse: readonly string[]
  readonly nothingElse: readonly string[]
  readonly thanks: readonly string[]
  readonly farewell: readonly string[]
  /** The visitor, to whatever was said. */
  readonly agrees: readonly string[]
  /** The visitor, to whom nobody answers. */
  readonly areYouThere: readonly string[]
  /** The agent, to a visitor who has gone quiet. */
  readonly stillThere: readonly string[]
  /** The agent, before closing without an answer. */
  readonly givingUp: readonly string[]
  /** Before handing over to {colleague}. */
  readonly handOver: readonly string[]
  readonly takeOver: readonly string[]
  /** The visitor, hours or days after the farewell. */
  readonly again: readonly string[]
  readonly againAnswer: readonly string[]
  readonly againThanks: readonly string[]
  /** Beside the matter: question and answer at the same place. */
  readonly byTheWay: readonly (readonly [question: string, answer: string])[]
  readonly visitorEmoji: readonly string[]
  readonly agentEmoji: readonly string[]
}
