import { expect, it } from 'vitest'
import { createWhatIfStore, dropTrial, tryOut, type Trial } from './what-if-store.ts'

const trial = (key: string, name: string): Trial => ({
  key,
  name,
  draft: { kind: 'general', id: null, value: null },
  store: async () => ({ ok: true, value: undefined }),
})

it('[D8.8] a setting is tried once: trying it again replaces it, dropping it leaves the others', () => {
  const store = createWhatIfStore()
  tryOut(store, trial('group 1', 'a'))
  tryOut(store, trial('group 2', 'b'))
  tryOut(store, trial('group 1', 'c'))
  expect(store.getState().trials.map(({ name }) => name)).toEqual(['b', 'c'])
  dropTrial(store, 'group 2')
  expect(store.getState().trials.map(({ name }) => name)).toEqual(['c'])
})
