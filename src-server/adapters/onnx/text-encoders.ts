// The models together: which of them reads which text. A model that cannot be loaded is left out and named.
import type { IntentState } from '../../ports/intent-classifier.ts'
import type { EmbeddedText, PreparedText } from '../../core/intent/embedded-text.ts'
import { findModels, reasonOf } from './model-folder.ts'
import { openSentenceEncoder, type SentenceEncoder } from './sentence-encoder.ts'

export type TextEncoders = Pick<IntentState, 'models' | 'scripts' | 'problems'> & {
  embed(prepared: PreparedText): Promise<EmbeddedText>
  close(): Promise<void>
}

export const openTextEncoders = async (modelDir: string | undefined): Promise<TextEncoders> => {
  const { models, problems } = findModels(modelDir)
  const opened: { readonly serves: string; readonly name: string; readonly encoder: SentenceEncoder }[] = []
  const failures: string[] = []
  for (const spec of models) {
    try {
      opened.push({ serves: spec.serves, name: spec.name, encoder: await openSentenceEncoder(spec) })
    } catch (error) {
      failures.push(`${spec.name}: ${reasonOf(error)}`)
    }
  }
  const encoderFor = (serves: string) => opened.find((one) => one.serves === serves)?.encoder
  const [all, han, other] = [encoderFor('all'), encoderFor('han'), encoderFor('other')]
  return {
    models: opened.map(({ name }) => name),
    scripts: (['han', 'other'] as const).filter((script) => all ?? encoderFor(script)),
    problems: [...problems, ...failures],
    embed: async ({ text, script }) => {
      if (all) return { text, han: undefined, other: await all.embed(text) }
      return {
        text,
        han: script === 'other' ? undefined : await han?.embed(text),
        other: script === 'han' ? undefined : await other?.embed(text),
      }
    },
    close: async () => {
      for (const { encoder } of opened) await encoder.close()
    },
  }
}
