// An intent as somebody wants to save it: enough examples, none of them said for two things.
import { isWellFormedText, limits } from '../../protocol/index.ts'
import type { Intent } from '../../protocol/routing-schemas.ts'
import { checkGroupRef, checkName } from './check-group.ts'
import { foldText } from './fold-text.ts'
import type { OfficeSettings } from './office-settings.ts'
import { faultAt, type SettingFault } from './setting-fault.ts'

const ownersOfExamples = (intents: readonly Intent[]): ReadonlyMap<string, string> =>
  new Map(intents.flatMap(({ examples, name }) => examples.map((example) => [foldText(example), name] as const)))

const checkExamples = (intent: Intent, others: readonly Intent[]): readonly SettingFault[] => {
  const owners = new Map(ownersOfExamples(others))
  return intent.examples.flatMap((example, index) => {
    const field = `examples.${index}`
    const folded = foldText(example)
    if (folded === '' || !isWellFormedText(example)) return [faultAt(field, 'text_malformed')]
    const owner = owners.get(folded)
    owners.set(folded, intent.name)
    return owner === undefined ? [] : [faultAt(field, 'example_repeated', [example, owner])]
  })
}

export const checkIntent = (intent: Intent, office: OfficeSettings): readonly SettingFault[] => {
  const count = intent.examples.length
  const isEnough = count >= limits.minIntentExamples && count <= limits.maxIntentExamples
  const others = office.intents.filter(({ id }) => id !== intent.id)
  return [
    ...checkName(intent, others),
    ...checkGroupRef('group', intent.group, office),
    ...(isEnough ? [] : [faultAt('examples', 'intent_examples')]),
    ...checkExamples(intent, others),
  ]
}
