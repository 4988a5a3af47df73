// Carries out what one does on the desk: asks the server, tells what came of it, and offers undo where undo is true.
import { NO_AGENT, NO_CONVERSATION, type AgentId, type ConversationId, type ErrorCode } from '#protocol'
import { i18n } from '../i18n/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import type { ClosingStore } from '../stores/closing-store.ts'
import type { DeskActions } from '../stores/desk-actions.ts'
import type { SignalHub } from '../stores/desk-signals.ts'
import { nextInQueue } from '../stores/serving-order.ts'
import type { DeskSession } from '../stores/session-store.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { openConversation, shownConversation, type WorkspaceStore } from '../stores/workspace-store.ts'
import { dismissToast, showToast } from '../ui/toasts.ts'

export type DeskActionParts = {
  readonly session: DeskSession
  readonly workspace: WorkspaceStore
  readonly signals: SignalHub
  readonly popOut: Platform['popOut']
  readonly makeClosing: (
    events: Parameters<typeof import('../stores/closing-store.ts').createClosingStore>[1],
  ) => ClosingStore
}

export function createDeskActions({
  session,
  workspace,
  signals,
  popOut,
  makeClosing,
}: DeskActionParts): DeskActions & { readonly closing: ClosingStore } {
  const { client, self } = session
  const words = () => i18n.getFixedT(null, 'deskShell')
  const nameOf = (id: ConversationId): string => {
    const visitor = client.state().conversations.get(id)?.summary.visitor
    return visitor ? visitorNameOf(words(), visitor) : ''
  }
  const tellFailure = (code: ErrorCode): void =>
    void showToast({
      tone: 'danger',
      title: words()('toast.failed'),
      detail: i18n.getFixedT(null, 'deskErrors')(`code.${code}`),
    })

  const toasts = new Map<ConversationId, string>()
  const closing = makeClosing({
    keptOpen: (id) => {
      dismissToast(toasts.get(id) ?? '')
      showToast({ title: words()('toast.keptOpen', { name: nameOf(id) }) })
    },
    failed: (_, code) => tellFailure(code),
  })
  const leave = (id: ConversationId): void => {
    signals.thawList()
    if (shownConversation(workspace.getState()) !== id) return
    openConversation(workspace, NO_CONVERSATION)
    window.requestAnimationFrame(() => signals.moveInList(0))
  }

  const showMine = (id: ConversationId): void => {
    signals.thawList()
    openConversation(workspace, id)
    window.requestAnimationFrame(() => signals.focusComposer())
  }
  const take = async (id: ConversationId): Promise<void> => {
    const taken = await client.assign(id, self.id)
    if (!taken.ok) {
      tellFailure(taken.code)
      return
    }
    showMine(id)
  }

  const handOver = async (id: ConversationId, agent: AgentId, note: string): Promise<boolean> => {
    const done = await client.transfer(id, agent, note)
    if (!done.ok) {
      tellFailure(done.code)
      return false
    }
    const name = client.state().agents.get(agent)?.name ?? ''
    showToast({ title: words()('toast.transferred', { name }) })
    leave(id)
    return true
  }

  return {
    closing,
    popOut: async (id) => {
      const reply = await popOut(id)
      if (reply === 'too_many') showToast({ title: words()('toast.tooManyWindows') })
    },
    take,
    takeOver: async (id, why) => {
      const taken = await client.transfer(id, self.id, why)
      if (taken.ok) showMine(id)
      else tellFailure(taken.code)
      return taken.ok
    },
    takeNext: () => {
      const next = nextInQueue(client.state().conversations.values())
      if (next !== undefined) void take(next)
      else showToast({ title: words()('toast.queueEmpty') })
    },
    transfer: handOver,
    acceptOffer: async (id, show) => {
      const done = await client.answer(id, true, '')
      if (!done.ok) {
        tellFailure(done.code)
        return false
      }
      if (!show) {
        showToast({ title: words()('toast.accepted', { name: nameOf(id) }), detail: words()('toast.acceptedDetail') })
        return true
      }
      signals.thawList()
      openConversation(workspace, id)
      window.requestAnimationFrame(() => signals.focusComposer())
      return true
    },
    declineOffer: async (id, reason) => {
      const done = await client.answer(id, false, reason)
      if (!done.ok && done.code !== 'offer_over') tellFailure(done.code)
    },
    askColleague: async (id, agent, note) => {
      const done = await client.askColleague(id, agent, note)
      // A server from before questions can only hand it over.
      if (!done.ok && done.code === 'version_unsupported') return handOver(id, agent, note)
      if (!done.ok) tellFailure(done.code)
      return done.ok
    },
    takeQuestionBack: async (id) => {
      const done = await client.askColleague(id, NO_AGENT, '')
      if (!done.ok) tellFailure(done.code)
    },
    moveToGroup: async (id, group, note) => {
      const done = await client.moveToGroup(id, group.id, note)
      if (!done.ok) {
        tellFailure(done.code)
        return false
      }
      showToast({ title: words()('toast.transferred', { name: group.name }) })
      leave(id)
      return true
    },
    addNote: async (id, text, cid, mentions) => {
      const done = await client.addNote(id, text, cid, mentions.length === 0 ? undefined : mentions)
      if (!done.ok) tellFailure(done.code)
      return done.ok
    },
    putBack: async (id) => {
      const name = nameOf(id)
      const done = await client.assign(id, NO_AGENT)
      if (done.ok) showToast({ title: words()('toast.putBack', { name }) })
      else tellFailure(done.code)
    },
    close: (id, reason) => {
      if (closing.getState().has(id)) return
      closing.begin(id, reason)
      const toast = showToast({
        title: words()('toast.closing', { name: nameOf(id) }),
        detail: words()(`toast.closingDetail.${reason}`),
        onUndo: () => {
          closing.undo(id)
          signals.thawList()
          openConversation(workspace, id)
          window.requestAnimationFrame(() => signals.focusComposer())
        },
        onSettled: () => {
          toasts.delete(id)
          closing.settle(id)
        },
      })
      toasts.set(id, toast)
      leave(id)
    },
    setStatus: async (status) => {
      const done = await client.setStatus(status)
      if (!done.ok) tellFailure(done.code)
    },
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text)
        showToast({ title: words()('toast.copied') })
      } catch {
        // Over plain http browsers offer no clipboard; the text can be selected by hand.
        showToast({ tone: 'danger', title: words()('toast.notCopied') })
      }
    },
  }
}
