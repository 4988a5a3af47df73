// What is known of a text before anybody decides what it means. Data only.

/** Ready for a model. An empty `text` says nothing. */
export type PreparedText = { readonly text: string; readonly script: 'han' | 'other' | 'mixed' }

/**
 * `han` comes from the model for Han characters, `other` from the one for every other script; undefined where there is no such model or
 * the text is none for it. A model that reads everything fills `other` alone. Vectors of one model have one length, and length 1.
 */
export type EmbeddedText = {
  readonly text: string
  readonly han: Float32Array | undefined
  readonly other: Float32Array | undefined
}
