// Who is there and who is not, for somebody who just came: in a few frames instead of one for each.
import {
  limits,
  type AgentId,
  type AgentProfile,
  type ServerFrameOf,
  type VisitorId,
  type VisitorPage,
} from '../../protocol/index.ts'

type People = ServerFrameOf<'people'>

const nobody = { connected: [], disconnected: [], online: [], offline: [] } as const

/** In pieces that a frame may hold. */
function* inPieces<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let piece: Item[] = []
  for (const item of items) {
    piece.push(item)
    if (piece.length < limits.maxPeopleInFrame) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** SPEC D4.8. The absent too: a snapshot read a moment ago may have called them present. */
export function* presentPeople(
  agents: Iterable<Pick<AgentProfile, 'id' | 'active'>>,
  conversations: Iterable<{ readonly visitor: VisitorId }>,
  here: {
    readonly agents: { has(agent: AgentId): boolean }
    readonly visitors: { has(visitor: VisitorId): boolean }
    readonly pages: { pageOf(visitor: VisitorId): VisitorPage | undefined }
  },
): Generator<People> {
  for (const piece of inPieces(agents)) {
    const connected: AgentId[] = []
    const disconnected: AgentId[] = []
    for (const { id, active } of piece) if (active) (here.agents.has(id) ? connected : disconnected).push(id)
    yield { type: 'people', ...nobody, connected, disconnected }
  }
  for (const piece of inPieces(conversations)) {
    const online: { visitor: VisitorId; page: VisitorPage | null }[] = []
    const offline: VisitorId[] = []
    for (const { visitor } of piece)
      if (here.visitors.has(visitor)) online.push({ visitor, page: here.pages.pageOf(visitor) ?? null })
      else offline.push(visitor)
    yield { type: 'people', ...nobody, online, offline }
  }
}
