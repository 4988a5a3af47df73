import { expect, it } from 'vitest'
import { callParts } from './call-parts.ts'

const [wei, weiLi] = [
  { id: 2, name: '伟' },
  { id: 3, name: '伟力' },
]

it('[D2.9] a name in the text is shown as a call only for those who are called, the longer name first', () => {
  expect(callParts('问 @伟力 和 @Amy', [wei, weiLi])).toEqual([
    { text: '问 ', called: undefined },
    { text: '@伟力', called: 3 },
    { text: ' 和 @Amy', called: undefined },
  ])
})
