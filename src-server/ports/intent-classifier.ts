// What a visitor wants, from their first words. Learned from example sentences, read by models that may be missing.
import type { ErrorCode, Result } from '../protocol/index.ts'

/** Which of the two answered: embeddings of a BERT model, or the character n-grams that stand in for one. */
export type IntentModelKind = 'bert' | 'ngram'

export type IntentVerdict = {
  /** 0 = unknown: nothing was learned, nothing fits well enough, or nobody had the time to look. */
  readonly intent: number
  /** Of the best intent, 0 to 1, also when it is not enough: as often as it says so, it is right. */
  readonly confidence: number
  /** Best first, without `intent`. */
  readonly runnersUp: readonly { readonly intent: number; readonly confidence: number }[]
  readonly model: IntentModelKind
  /** From the question to the answer, waiting included. */
  readonly tookMicros: number
}

export type IntentExamples = readonly { readonly intent: number; readonly examples: readonly string[] }[]

export type TrainingReport = {
  readonly model: IntentModelKind
  readonly intents: number
  readonly examples: number
  readonly tookMs: number
}

/** Han characters, or any other. */
export type IntentScript = 'han' | 'other'

export type IntentState = {
  /** `idle` without intents; `failed` when the last ones could not be learned: what was learned before may still serve. */
  readonly phase: 'idle' | 'training' | 'serving' | 'failed'
  /** What the models that are loaded are called; empty: n-grams stand in, or nothing is loaded yet. */
  readonly models: readonly string[]
  /** What they read between them; n-grams read the rest. */
  readonly scripts: readonly IntentScript[]
  /** Why a model is not among them, in words for a log; empty when all is well. */
  readonly problems: readonly string[]
  /** Why it failed; null in every other phase. */
  readonly code: ErrorCode | null
}

export type IntentClassifier = {
  /**
   * Resolves when these intents serve; what was learned before serves until then. A later call overtakes an earlier one, which then
   * gets the later one's result. Without any intents it rests.
   */
  train(intents: IntentExamples): Promise<Result<TrainingReport>>
  /**
   * `texts` count together, as one visitor's first messages. Never rejects, and never waits longer than `intentWithinMs`: past that,
   * past `maxIntentsWaiting`, and before anything was learned, the verdict is unknown. `threshold`: confidence below which it is
   * unknown, null = calibrated.
   */
  classify(texts: readonly string[], threshold: number | null): Promise<IntentVerdict>
  state(): IntentState
  close(): Promise<void>
}
