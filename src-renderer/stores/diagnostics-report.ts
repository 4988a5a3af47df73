// What one sends to whoever helps: versions, states, counts, kinds and sizes. Made of a list of known things, so that nothing that
// anybody wrote and no secret can get into it. In English, for whoever reads it.
import type { ClientDiagnostics, LinkState } from '#client/client-state.ts'
import type { RecordedFrame } from '../platform/frame-record.ts'

export type DiagnosticsFacts = {
  readonly at: number
  readonly program: string
  readonly client: string
  readonly server: string
  /** The desk's address. Its origin alone is told. */
  readonly deskUrl: string
  readonly hosting: string
  readonly link: LinkState
  readonly counts: ClientDiagnostics
  readonly conversations: number
  readonly unsent: number
  readonly frames: readonly RecordedFrame[]
  /** Made safe where they were read. */
  readonly log: readonly string[]
}

const time = (at: number): string => new Date(at).toISOString()

const linkWords = (link: LinkState): string => {
  switch (link.kind) {
    case 'live':
      return `live since ${time(link.since)}`
    case 'connecting':
      return `connecting, attempt ${link.attempt}`
    case 'waiting':
      return `waiting until ${time(link.retryAt)}, attempt ${link.attempt}, ${link.code ?? 'no code'}`
    case 'refused':
      return `refused, ${link.code}`
    case 'idle':
    case 'syncing':
    case 'offline':
      return link.kind
    default:
      return link satisfies never
  }
}

export function diagnosticsReport(facts: DiagnosticsFacts): string {
  const { link, counts, frames, log } = facts
  return [
    `Frontdesk report, ${time(facts.at)}`,
    `program: ${facts.program}`,
    `client: ${facts.client}`,
    `server: ${facts.server}`,
    `desk: ${URL.parse(facts.deskUrl)?.origin ?? 'unknown'}`,
    `hosting: ${facts.hosting}`,
    `link: ${linkWords(link)}`,
    `conversations: ${facts.conversations}, unsent: ${facts.unsent}`,
    ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    '',
    `last frames (${frames.length})`,
    ...frames.map(({ at, way, kind, bytes }) => `${time(at)} ${way} ${kind} ${bytes}`),
    '',
    `log (${log.length} lines, … is left out)`,
    ...log,
  ].join('\n')
}
