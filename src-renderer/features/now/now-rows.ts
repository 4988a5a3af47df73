// The page's figures as rows of files: plain numbers, times as ISO 8601, durations in the unit that the heading names. Pure.
import type { NowAnswer, NowQueue } from '#protocol/now-schemas.ts'
import type { TFunction } from 'i18next'
import { conversationStates } from '../../stores/conversation-state.ts'
import { presenceOf } from './figures.ts'

type Words = TFunction<['deskNow', 'ui']>
export type FileRows = readonly (readonly string[])[]

const iso = (at: number): string => new Date(at).toISOString()
const whole = (value: number | null): string => (value === null ? '' : String(Math.round(value)))
const seconds = (ms: number | null): string => (ms === null ? '' : String(Math.round(ms / 100) / 10))

export const figureRows = (t: Words, answer: NowAnswer): FileRows => {
  const { at, visitors, connections, conversations, messages, firstResponse, acknowledged, storage } = answer
  return [
    [t('file.figure'), t('file.value')],
    [t('history.at'), iso(at)],
    [t('tile.visitors'), whole(visitors)],
    ...conversationStates.map((state) => [t(`states.${state}`), whole(conversations[state])]),
    [t('tile.messages'), whole(messages.visitors + messages.desk)],
    [t('history.firstResponse'), seconds(firstResponse.medianMs)],
    [t('history.acknowledged'), whole(acknowledged.p99Ms)],
    [t('tile.connections'), whole(connections)],
    [t('file.database'), whole(storage.databaseBytes)],
    [t('file.free'), whole(storage.freeBytes)],
  ]
}

export const queueRows = (t: Words, { queues }: NowAnswer, nameOf: (queue: NowQueue) => string): FileRows => [
  [t('queues.group'), t('queues.waiting'), t('queues.left'), t('file.oldest')],
  ...queues.map((queue) => [nameOf(queue), whole(queue.waiting), whole(queue.left), seconds(queue.oldestWaitMs)]),
]

export const agentRows = (t: Words, { agents }: NowAnswer): FileRows => [
  [t('agents.name'), t('agents.status'), t('agents.load'), t('file.capacity')],
  ...agents.map((agent) => [agent.name, t(`ui:status.${presenceOf(agent)}`), whole(agent.load), whole(agent.capacity)]),
]

export const historyRows = (t: Words, { history }: NowAnswer): FileRows => [
  [
    t('history.at'),
    t('history.visitors'),
    t('history.waiting'),
    t('history.messages'),
    t('history.firstResponse'),
    t('history.acknowledged'),
    t('history.connections'),
  ],
  ...history.samples.map((sample) => [
    iso(sample.at),
    whole(sample.visitors),
    whole(sample.waiting),
    whole(sample.messages),
    seconds(sample.firstResponseMs),
    whole(sample.acknowledgedMs),
    whole(sample.connections),
  ]),
]
