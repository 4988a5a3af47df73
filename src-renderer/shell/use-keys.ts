// Listens to the whole window and turns keys into what the desk does.
import { NO_AGENT, NO_CONVERSATION, type Offer } from '#protocol'
import { useEffect } from 'react'
import { pairFromPx, wideFromPx } from '../stores/use-media.ts'
import { useDesk, type Desk } from '../stores/desk.ts'
import { offersTo } from '../stores/offers-to.ts'
import { isWatching } from '../stores/ownership.ts'
import { goTo, openConversation, shownConversation } from '../stores/workspace-store.ts'
import { commandOf, type DeskCommand } from './key-commands.ts'

const typingIn =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"][data-open]'

export function useKeys(): void {
  const desk = useDesk()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const { target } = event
      const isTyping = target instanceof Element && target.closest(typingIn) !== null
      if (event.key === 'Escape' && !isTyping) {
        escape(desk)
        return
      }
      const command = commandOf(event, { isTyping, singleKeys: desk.preferences.getState().singleKeys })
      if (command === undefined) return
      event.preventDefault()
      run(desk, command, isTyping && isAtWork(target))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desk])
}

/** Something is being written or decided there, which must not be swapped under the hands. */
function isAtWork(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  return isField && target.value.trim() !== ''
}

/** Takes away what lies over the work, then goes back to the list. */
function escape({ workspace, signals }: Desk): void {
  const state = workspace.getState()
  if (state.visitorOver) workspace.setState({ visitorOver: false })
  else if (window.innerWidth < pairFromPx && shownConversation(state) !== NO_CONVERSATION)
    openConversation(workspace, NO_CONVERSATION)
  else signals.moveInList(0)
}

function run(desk: Desk, command: DeskCommand, isBusy: boolean): void {
  const { workspace, signals, actions, preferences, session } = desk
  const id = shownConversation(workspace.getState())
  const summary = session.client.state().conversations.get(id)?.summary
  const isMine = summary?.status === 'open' && summary.owner === session.self.id
  switch (command) {
    case 'next':
      return signals.moveInList(1)
    case 'previous':
      return signals.moveInList(-1)
    case 'reply':
      return signals.focusComposer()
    case 'accept': {
      const offer = firstOffer(desk)
      return offer && void actions.acceptOffer(offer.conversation, !isBusy)
    }
    case 'decline': {
      const offer = firstOffer(desk)
      return offer && void actions.declineOffer(offer.conversation, '')
    }
    case 'take':
      return summary?.status === 'open' && summary.owner === NO_AGENT
        ? void actions.take(id)
        : isMine || !summary
          ? actions.takeNext()
          : takeOver(desk)
    case 'transfer':
      return summary?.status === 'open' && mayMove(desk) ? workspace.setState({ dialog: 'transfer' }) : undefined
    case 'note':
      return summary ? workspace.setState({ dialog: 'note' }) : undefined
    case 'why':
      return summary && mayMove(desk) ? workspace.setState({ dialog: 'decisions' }) : undefined
    case 'close':
      return isMine ? actions.close(id, 'resolved') : undefined
    case 'visitor':
      if (id === NO_CONVERSATION) return undefined
      return window.innerWidth >= wideFromPx
        ? preferences.setState(({ visitorOpen }) => ({ visitorOpen: !visitorOpen }))
        : workspace.setState(({ visitorOver }) => ({ visitorOver: !visitorOver }))
    case 'mine':
    case 'queue':
    case 'open':
    case 'closed':
      openConversation(workspace, id, command)
      window.requestAnimationFrame(() => signals.moveInList(0))
      return undefined
    case 'team':
      return goTo(workspace, { section: 'team' })
    case 'settings':
      return goTo(workspace, { section: 'settings', page: 'general' })
    case 'status':
      return signals.openStatusMenu()
    case 'help':
      return workspace.setState({ dialog: 'keys' })
    default:
      return command satisfies never
  }
}

function firstOffer({ session }: Desk): Offer | undefined {
  return offersTo(session.self.id, session.client.state().offers, Date.now())[0]
}

function mayMove({ session, workspace }: Desk): boolean {
  const state = session.client.state()
  const owner = state.conversations.get(shownConversation(workspace.getState()))?.summary.owner
  return owner === session.self.id || state.agents.get(session.self.id)?.role !== 'agent'
}

function takeOver(desk: Desk): void {
  const id = shownConversation(desk.workspace.getState())
  const { session, workspace } = desk
  const state = session.client.state()
  const summary = state.conversations.get(id)?.summary
  const role = state.agents.get(session.self.id)?.role ?? session.self.role
  if (summary && isWatching(summary, { id: session.self.id, role })) workspace.setState({ dialog: 'takeOver' })
  else desk.actions.takeNext()
}
