// The desk's HTTP API as the page uses it: typed calls, coded failures, never an exception. Knows no React and no store.
import { uploadFile, type Upload } from '#client/browser/upload-file.ts'
import { fail, isErrorCode, ok, type ConversationId, type FileRef, type SessionId, type VisitorId } from '#protocol'
import type { ApiFailure, ApiResult, CallDesk, SettingFault } from './api-result.ts'
import { createBlocksApi, type BlocksApi } from './blocks-api.ts'
import { createDeskSettingsApi, type DeskSettingsApi } from './desk-settings-api.ts'
import { createRepliesApi, type RepliesApi } from './replies-api.ts'
import { createRoutingApi, type RoutingApi } from './routing-api.ts'
import type { AnnouncementRow, AnnouncementWish } from '#protocol/announcement-schemas.ts'
import type { DecisionList } from '#protocol/decision-schemas.ts'
import type {
  Agent,
  AgentChange,
  AgentList,
  DeskInfo,
  ErrorBody,
  LoggedIn,
  Login,
  NewAgent,
  OwnChange,
  OwnChanged,
  SessionList,
  Setup,
} from '#protocol/http-schemas.ts'

import type { NowAnswer } from '#protocol/now-schemas.ts'
import type { Invitation } from '#protocol/pairing-schemas.ts'
import type { SearchPage, SearchParams } from '#protocol/search-schemas.ts'
import type { MentionList } from '#protocol/mention-schemas.ts'
import type { VisitorTrail } from '#protocol/trail-schemas.ts'
import type { WhatIfQuestion, WhatIfReport } from '#protocol/what-if-schemas.ts'

export type DeskApi = {
  readonly deskUrl: string
  desk(): Promise<ApiResult<DeskInfo>>
  setup(body: Setup): Promise<ApiResult<LoggedIn>>
  login(body: Login): Promise<ApiResult<LoggedIn>>
  logout(): Promise<ApiResult<unknown>>
  sessions(): Promise<ApiResult<SessionList>>
  endSession(id: SessionId): Promise<ApiResult<unknown>>
  agents(): Promise<ApiResult<AgentList>>
  addAgent(agent: NewAgent): Promise<ApiResult<Agent>>
  changeAgent(id: number, change: AgentChange): Promise<ApiResult<Agent>>
  changeMe(change: OwnChange): Promise<ApiResult<OwnChanged>>
  readonly routing: RoutingApi
  /** Everybody is told: one at a time. */
  readonly announcement: {
    read(): Promise<ApiResult<AnnouncementRow>>
    make(version: string, wish: AnnouncementWish): Promise<ApiResult<AnnouncementRow>>
    withdraw(version: string): Promise<ApiResult<unknown>>
  }
  /** The code by which one computer may join. */
  readonly invitation: {
    read(): Promise<ApiResult<Invitation>>
    make(): Promise<ApiResult<Invitation>>
    withdraw(): Promise<ApiResult<unknown>>
  }
  readonly deskSettings: DeskSettingsApi
  readonly blocks: BlocksApi
  /** Newest first. */
  /** The notes that call me. */
  mentions(): Promise<ApiResult<MentionList>>
  trail(visitor: VisitorId): Promise<ApiResult<VisitorTrail>>
  readonly replies: RepliesApi
  readonly whatIf: {
    run(question: WhatIfQuestion): Promise<ApiResult<WhatIfReport>>
    cancel(): Promise<ApiResult<unknown>>
  }
  /** What the desk is doing at this moment. */
  now(gone: AbortSignal): Promise<ApiResult<NowAnswer>>
  search(params: SearchParams, gone: AbortSignal): Promise<ApiResult<SearchPage>>
  decisions(conversation: ConversationId): Promise<ApiResult<DecisionList>>
  /** `progressed` gets a share in [0, 1]. */
  upload(file: File, progressed: (share: number) => void): Upload
  fileUrl(file: FileRef): string
  thumbnailUrl(file: FileRef): string
}

/** A healthy desk answers in milliseconds; a password takes a second under load. */
const answerWithinMs = 15_000

const knownFault = ({ field, code, names }: NonNullable<ErrorBody['faults']>[number]): readonly SettingFault[] =>
  isErrorCode(code) ? [{ field, code, names }] : []

const failureOf = (reply: Response, body: unknown): ApiFailure => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  if (!isErrorCode(code)) return { ok: false, code: 'not_a_desk' }
  const retryAfterSeconds = Number(reply.headers.get('retry-after'))
  if (retryAfterSeconds > 0) return { ok: false, code, retryAfterMs: retryAfterSeconds * 1000 }
  // Our own server wrote it by the schema that this type comes from.
  const { faults } = body as ErrorBody
  return faults ? { ok: false, code, faults: faults.flatMap(knownFault) } : fail(code)
}

/** Whatever answers on an open port does so at once. */
const strangerAnswersWithinMs = 3_000

/** What a stranger answers a page may not read; that something answers it can see. */
const answersAtAll = async (url: string): Promise<boolean> => {
  const signal = AbortSignal.timeout(strangerAnswersWithinMs)
  try {
    await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal })
    return true
  } catch {
    return false
  }
}

export type MakeDeskApi = (deskUrl: string, token: string) => DeskApi

export const createDeskApi: MakeDeskApi = (deskUrl, token) => {
  const call: CallDesk = async <T>(
    method: string,
    path: string,
    body?: unknown,
    version?: string,
    gone?: AbortSignal,
  ) => {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (token !== '') headers['authorization'] = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (version !== undefined) headers['if-match'] = `"${version}"`
    try {
      const reply = await fetch(`${deskUrl}/api/v1${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
        signal: gone
          ? AbortSignal.any([gone, AbortSignal.timeout(answerWithinMs)])
          : AbortSignal.timeout(answerWithinMs),
      })
      if (reply.status === 204) return ok(undefined as T)
      const answer: unknown = await reply.json().catch(() => undefined)
      if (!reply.ok) return failureOf(reply, answer)
      // Our own server wrote it by the schema that this type comes from.
      return answer === undefined ? { ok: false, code: 'not_a_desk' } : ok(answer as T)
    } catch {
      // fetch tells no reasons apart: refused, no route, timed out and blocked all mean that nobody answered.
      return { ok: false, code: 'unreachable' }
    }
  }
  return {
    deskUrl,
    desk: async () => {
      const reply = await call<DeskInfo>('GET', '/desk')
      // A printer or a router at that address, which sends no word for pages of others.
      if (!reply.ok && reply.code === 'unreachable' && (await answersAtAll(deskUrl)))
        return { ok: false, code: 'not_a_desk' }
      return reply.ok && typeof reply.value.needsSetup !== 'boolean' ? { ok: false, code: 'not_a_desk' } : reply
    },
    setup: (body) => call('POST', '/setup', body),
    login: (body) => call('POST', '/sessions', body),
    logout: () => call('DELETE', '/sessions/current'),
    sessions: () => call('GET', '/sessions'),
    endSession: (id) => call('DELETE', `/sessions/${id}`),
    agents: () => call('GET', '/agents'),
    addAgent: (agent) => call('POST', '/agents', agent),
    changeAgent: (id, change) => call('PATCH', `/agents/${id}`, change),
    changeMe: (change) => call('PATCH', '/me', change),
    routing: createRoutingApi(call),
    announcement: {
      read: () => call('GET', '/announcement'),
      make: (version, wish) => call('PUT', '/announcement', wish, version),
      withdraw: (version) => call('DELETE', '/announcement', undefined, version),
    },
    invitation: {
      read: () => call('GET', '/pairing/code'),
      make: () => call('POST', '/pairing/code'),
      withdraw: () => call('DELETE', '/pairing/code'),
    },
    deskSettings: createDeskSettingsApi(call),
    blocks: createBlocksApi(call),
    mentions: () => call('GET', '/mentions'),
    trail: (visitor) => call('GET', `/visitors/${visitor}/trail`),
    replies: createRepliesApi(call),
    whatIf: {
      run: (question) => call('POST', '/what-if', question),
      cancel: () => call('DELETE', '/what-if'),
    },
    now: (gone) => call('GET', '/now', undefined, undefined, gone),
    search: (params, gone) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value))
      return call('GET', `/search?${query.toString()}`, undefined, undefined, gone)
    },
    decisions: (conversation) => call('GET', `/conversations/${conversation}/decisions`),
    upload: (file, progress) => uploadFile({ deskUrl, token, file, name: file.name, progress }),
    fileUrl: (file) => `${deskUrl}/f/${file.key}/${encodeURIComponent(file.name)}`,
    thumbnailUrl: (file) => `${deskUrl}/f/${file.key}/thumb`,
  }
}
