// Listens to the whole window and turns keys into what the desk does.
import { NO_CONVERSATION } from '#protocol'
import { useEffect } from 'react'
import { i18n } from '../i18n/i18n.ts'
import { pairFromPx } from '../stores/use-media.ts'
import { useDesk, type Desk } from '../stores/desk.ts'
import { openConversation, shownConversation } from '../stores/workspace-store.ts'
import { showToast } from '../ui/toasts.ts'
import { commands } from './command-table.ts'
import { commandOf } from './key-commands.ts'

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
      const name = commandOf(event, { isTyping, singleKeys: desk.preferences.getState().singleKeys })
      // A window of one conversation has no list and no other places to go to.
      if (name === undefined || (desk.isAlone && commands[name].group !== 'conversation')) return
      event.preventDefault()
      const { blocked, run } = commands[name]
      const why = blocked?.(desk)
      if (why === undefined) run(desk, isTyping && isAtWork(target))
      // A key that is held down says it once.
      else if (!event.repeat) showToast({ title: i18n.getFixedT(null, 'deskCommands')(`blocked.${why}`) })
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
function escape({ workspace, signals, selection }: Desk): void {
  const state = workspace.getState()
  if (state.visitorOver) workspace.setState({ visitorOver: false })
  else if (selection.getState().picked.size > 0) selection.clear()
  else if (window.innerWidth < pairFromPx && shownConversation(state) !== NO_CONVERSATION)
    openConversation(workspace, NO_CONVERSATION)
  else signals.moveInList(0)
}
