// Carries out one thing on many conversations: closes them after the undo window, gives them to a colleague, or moves them to a group. What
// could not be done is told for each; undo is offered where the server will do it.
import {
  EVERYONE,
  NO_AGENT,
  ok,
  type AgentId,
  type ChosenCloseReason,
  type ConversationId,
  type GroupId,
  type Result,
} from '#protocol'
import { i18n } from '../i18n/i18n.ts'
import type { BulkStore } from '../stores/bulk-store.ts'
import type { ClosingStore } from '../stores/closing-store.ts'
import type { BulkActions, BulkTarget } from '../stores/desk-actions.ts'
import { canTakeOver } from '../stores/ownership.ts'
import type { SelectionStore } from '../stores/selection-store.ts'
import type { SignalHub } from '../stores/desk-signals.ts'
import type { DeskSession } from '../stores/session-store.ts'
import { showToast } from '../ui/toasts.ts'
import { runBulk, type BulkFailure } from './run-bulk.ts'

type Parts = {
  readonly session: DeskSession
  readonly signals: SignalHub
  readonly closing: ClosingStore
  readonly bulk: BulkStore
  readonly selection: SelectionStore
  readonly wait: (ms: number) => Promise<void>
}

/** As it was before. */
type Before = { readonly id: ConversationId; readonly owner: AgentId; readonly group: GroupId }

export function createBulkActions({ session, signals, closing, bulk, selection, wait }: Parts): BulkActions {
  const { client, self } = session
  const words = () => i18n.getFixedT(null, 'deskBulk')
  const leads = (): boolean => canTakeOver(client.state().agents.get(self.id)?.role ?? self.role)
  const summaryOf = (id: ConversationId) => client.state().conversations.get(id)?.summary

  const run = async (
    ids: readonly ConversationId[],
    act: (id: ConversationId) => Promise<Result<unknown>>,
  ): Promise<readonly ConversationId[]> => {
    bulk.setState({ progress: { done: 0, total: ids.length } })
    const { done, failed } = await runBulk(ids, act, {
      wait,
      progressed: (count) => bulk.setState({ progress: { done: count, total: ids.length } }),
    })
    bulk.setState({ progress: undefined })
    tell(failed, done.length)
    return done
  }

  const tell = (failures: readonly BulkFailure[], succeeded: number): void => {
    if (failures.length > 0) bulk.setState({ failures, succeeded })
  }

  const beforeOf = (id: ConversationId): Before => {
    const summary = summaryOf(id)
    return { id, owner: summary?.owner ?? NO_AGENT, group: summary?.placed?.group ?? EVERYONE }
  }

  const moveOne = ({ id, owner }: Before, target: BulkTarget, note: string): Promise<Result<unknown>> => {
    if ('group' in target) return client.moveToGroup(id, target.group, note)
    if (owner === target.agent) return Promise.resolve(ok(undefined))
    return owner === NO_AGENT && target.agent === self.id
      ? client.assign(id, self.id)
      : client.transfer(id, target.agent, note)
  }

  const putBackOne = ({ id, owner, group }: Before, target: BulkTarget): Promise<Result<unknown>> => {
    if (owner === NO_AGENT) return 'group' in target ? client.moveToGroup(id, group, '') : client.assign(id, NO_AGENT)
    return 'group' in target && owner === self.id ? client.assign(id, self.id) : client.transfer(id, owner, '')
  }

  /** What the server would refuse is not offered. */
  const mayUndo = (before: readonly Before[], target: BulkTarget): boolean =>
    leads() ||
    ('group' in target
      ? before.every(({ owner }) => owner === self.id)
      : target.agent === self.id && before.every(({ owner }) => owner === NO_AGENT))

  return {
    moveMany: async (ids, target, note) => {
      const before = new Map(ids.map((id) => [id, beforeOf(id)]))
      const done = await run(ids, (id) => moveOne(before.get(id) ?? beforeOf(id), target, note))
      signals.thawList()
      selection.clear()
      if (done.length === 0) return
      const moved = done.flatMap((id) => before.get(id) ?? [])
      showToast({
        title: words()('toast.moved', { count: done.length, name: target.name }),
        ...(mayUndo(moved, target) && {
          onUndo: () =>
            void run(done, (id) => putBackOne(before.get(id) ?? beforeOf(id), target)).then(() => signals.thawList()),
        }),
      })
    },
    closeMany: (ids, reason: ChosenCloseReason) => {
      const mayClose = (id: ConversationId): boolean => {
        const summary = summaryOf(id)
        return summary?.status === 'open' && (summary.owner === self.id || leads())
      }
      const closable = ids.filter((id) => mayClose(id) && !closing.getState().has(id))
      for (const id of closable) closing.begin(id, reason)
      signals.thawList()
      selection.clear()
      tell(
        ids.filter((id) => !mayClose(id)).map((id) => ({ id, code: 'not_owner' as const })),
        closable.length,
      )
      if (closable.length === 0) return
      showToast({
        title: words()('toast.closing', { count: closable.length }),
        onUndo: () => {
          for (const id of closable) closing.undo(id)
          signals.thawList()
        },
        onSettled: () => void run(closable, (id) => closing.finish(id)),
      })
    },
  }
}
