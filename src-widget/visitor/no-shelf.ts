// A visitor's few conversations are all kept, and none is opened by hand: the build of the widget puts this in the place of the
// client library's shelf, which lets an office's old ones go.
import { NO_SEQ } from '#protocol'
import type { ConversationShelf } from '#client/conversation-shelf.ts'

class NoShelf {
  opened: ConversationShelf['opened'] = new Set()
  show: ConversationShelf['show'] = () => []
  touch: ConversationShelf['touch'] = () => []
  letGo(): void {}
  lastSeqOf: ConversationShelf['lastSeqOf'] = () => NO_SEQ
  clear(): void {}
}

/** Stops compiling when the library's shelf gets something that is missing here. */
const stand: new () => Pick<ConversationShelf, keyof ConversationShelf> = NoShelf

export { stand as ConversationShelf }
