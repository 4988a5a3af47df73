// What was said and put right or taken back afterwards, by the desk and, from an app of the shop's own, by the visitor.
import type { Entry } from '#protocol'
import { agent, at, clientState, createScript, mark, view, visitor } from '../testing/build-entries.ts'
import { say, sceneNow, type MakeScene } from './scene.ts'

const minute = 60_000

const revised = (entry: Entry, isRecalled: boolean): Entry => {
  const revision = { offset: 90, at: at(entry.at + 40_000), recalled: isRecalled }
  return { ...entry, body: { ...entry.body, revision } } as Entry // of a message, as the scene wrote it
}

export const revisionScenes = {
  revised: (locale) => {
    const script = createScript()
    const start = sceneNow - 9 * minute
    script.say(visitor, start, say(locale, 'When does my teapot come?', '我的紫砂壶什么时候到？'))
    script.say(
      agent(1),
      start + minute,
      say(locale, 'On Monday, between nine and twelve.', '周一上午九点到十二点之间。'),
    )
    script.say(agent(1), start + minute, say(locale, 'Your neighbour has it.', '在邻居那里。'))
    script.say(
      agent(1),
      start + minute,
      say(locale, 'You need not be there: the driver rings.', '您不用等，司机会先打电话。'),
    )
    script.say(visitor, start + 3 * minute, say(locale, 'Thanks, Monday is fine!', '好的，周一可以！'))
    const entries = script.entries.map((entry, index) =>
      [1, 2, 4].includes(index) ? revised(entry, index === 2) : entry,
    )
    const marks = [mark(1, agent(1), 9, 9)]
    return {
      state: clientState([view(1, entries, { marks })]),
      agentNames: new Map([[1, say(locale, 'Li Lei', '李雷')]]),
    }
  },
} satisfies Readonly<Record<string, MakeScene>>
