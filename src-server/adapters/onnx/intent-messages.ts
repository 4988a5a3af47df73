// What goes between the gateway's thread and the intent thread. Plain data.
import type { ErrorCode } from '../../protocol/index.ts'
import type { IntentExamples, IntentModelKind, IntentState, IntentVerdict } from '../../ports/intent-classifier.ts'

/** Given to the thread at its birth. */
export type IntentBirth = { readonly modelDir: string | undefined }

export type TrainingTask = {
  readonly id: number
  readonly intents: IntentExamples
}

export type Judgement = Omit<IntentVerdict, 'tookMicros'>

export type ToIntentThread =
  | ({ readonly type: 'train' } & TrainingTask)
  | {
      readonly type: 'classify'
      readonly id: number
      readonly texts: readonly string[]
      readonly threshold: number | null
    }
/** The last message: ends the thread. */
export type StopIntentThread = { readonly type: 'stop' }

export type FromIntentThread =
  | ({ readonly type: 'loaded' } & Pick<IntentState, 'models' | 'scripts' | 'problems'>)
  | { readonly type: 'trained'; readonly id: number; readonly kind: IntentModelKind }
  | { readonly type: 'untrainable'; readonly id: number; readonly code: ErrorCode }
  /** A text that a model failed at; its verdict is unknown. */
  | { readonly type: 'fault'; readonly detail: string }
  | { readonly type: 'verdict'; readonly id: number; readonly judgement: Judgement }
