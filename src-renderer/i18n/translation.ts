// The shape a language must have to stand beside English: the same keys, any words.

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many'

/** English needs `x_one` and `x_other`; a language without a singular, such as Chinese, has only `x_other`. */
type KeyIn<Key> = Key extends `${string}_${PluralForm}` ? never : Key

/** The keys of an English section with words of another language. A missing or an unknown key does not compile. */
export type Translation<Section> = {
  readonly [Key in keyof Section as KeyIn<Key>]: Section[Key] extends string ? string : Translation<Section[Key]>
}
