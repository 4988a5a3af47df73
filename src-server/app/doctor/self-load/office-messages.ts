// What the self-load's server and whoever started it say to each other.
import type { ConversationId } from '../../../protocol/index.ts'

/** Who comes to it. Visitor i is in a conversation that the agent i / doctorVisitorsPerAgent has. */
export type LoadOffice = {
  readonly port: number
  readonly epoch: string
  /** The newest offset: everybody has seen everything up to here. */
  readonly cursor: number
  readonly agents: readonly string[]
  readonly visitors: readonly (readonly [token: string, conversation: ConversationId])[]
}

export type FromLoadOffice =
  | { readonly type: 'ready'; readonly office: LoadOffice }
  | { readonly type: 'failed'; readonly text: { readonly en: string; readonly zh: string } }

/** A started one: `ready` rejects when it ends before. */
export type LoadOfficeProcess = {
  readonly ready: Promise<LoadOffice>
  /** Resolves when it is gone. */
  end(): Promise<void>
}

export type OfficeWish = {
  /** Removed with the office. */
  readonly folder: string
  /** At most; fewer when making them takes longer than `prepareMs`. */
  readonly visitors: number
  readonly prepareMs: number
}

export type OpenLoadOffice = (wish: OfficeWish) => LoadOfficeProcess

/** The wish on the command line of the process, and back. */
export const officeArgs = ({ folder, visitors, prepareMs }: OfficeWish): string[] => [
  folder,
  String(visitors),
  String(prepareMs),
]
export const readOfficeArgs = ([folder = '', visitors = '', prepareMs = '']: readonly string[]):
  | OfficeWish
  | undefined => (folder === '' ? undefined : { folder, visitors: Number(visitors), prepareMs: Number(prepareMs) })
