// A conversation's messages and pages of its history as the bytes that go over the wire in each way of writing them.
import { deflateRawSync } from 'node:zlib'
import { encodePacked, encodeServerFrame, type Entry, type RequestId, type ServerFrame } from '#protocol'
import { createEntryMaker } from '../../src-server/testing/entry-maker.ts'
import { asJsonText } from '../desk/json-twin.ts'
import { visitorSentences } from '../intents/visitor-sentences.ts'

export type FrameSamples = { readonly messages: readonly Uint8Array[]; readonly pages: readonly Uint8Array[] }

const ENTRIES_A_PAGE = 50
const CONVERSATION = 4711

const entriesOf = (count: number): readonly Entry[] => {
  const journal = createEntryMaker()
  return Array.from({ length: count }, (_, index) =>
    journal.make(CONVERSATION, {
      author: index % 3 === 2 ? { kind: 'agent', id: 17 } : { kind: 'visitor', id: 0 },
      kind: 'message.sent',
      body: {
        cid: `m${(index * 7_919 + 104_729).toString(36)}x${(index * 611_953).toString(36)}` as never,
        text: visitorSentences[index % visitorSentences.length] ?? '',
        files: [],
      },
    }),
  )
}

export const frameSamples = (
  messages: number,
  pages: number,
): Readonly<Record<'text' | 'frames' | 'packed', FrameSamples>> => {
  const said = entriesOf(messages).map((entry): ServerFrame => ({ type: 'entry', entry }))
  const history = entriesOf(pages * ENTRIES_A_PAGE)
  const read = Array.from({ length: pages }, (_, page): ServerFrame => {
    const entries = history.slice(page * ENTRIES_A_PAGE, (page + 1) * ENTRIES_A_PAGE)
    return { type: 'history', rid: 1 as RequestId, conversation: CONVERSATION as never, entries }
  })
  const frames = { messages: said.map(encodeServerFrame), pages: read.map(encodeServerFrame) }
  const text = (frame: ServerFrame): Uint8Array => Buffer.from(asJsonText(frame))
  return {
    text: { messages: said.map(text), pages: read.map(text) },
    frames,
    packed: { ...frames, pages: frames.pages.map((page) => encodePacked(deflateRawSync(page, { level: 1 }))) },
  }
}
