// The keyboard's way through the hits: arrows, Home and End among them, Escape back to the field; J and K as in every list.
import { NO_OFFSET } from '#protocol'
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { useDesk } from '../../stores/desk.ts'

const hitsIn = (page: HTMLElement | null): readonly HTMLElement[] => [
  ...(page?.querySelectorAll<HTMLElement>('[data-hit]') ?? []),
]

const goTo = (element: HTMLElement | undefined): void => {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

export function useHitKeys(page: RefObject<HTMLElement | null>) {
  const { signals, search } = useDesk()

  const toField = (): void => page.current?.querySelector<HTMLElement>('input')?.focus()
  const move = (step: number): void => {
    const hits = hitsIn(page.current)
    const at = hits.findIndex((hit) => hit === document.activeElement)
    if (at === 0 && step < 0) toField()
    else goTo(hits[Math.min(hits.length - 1, Math.max(0, at + step))])
  }

  useEffect(
    () => signals.on('moveInList', (step) => (step === 0 ? toField() : move(step))),
    // oxlint-disable-next-line react/exhaustive-deps -- what they do depends on what is on the page only
    [signals],
  )

  useLayoutEffect(() => {
    const { opened } = search.getState()
    if (opened === NO_OFFSET) return
    const hit = hitsIn(page.current).find(({ dataset }) => dataset['offset'] === String(opened))
    hit?.focus({ preventScroll: true })
    hit?.scrollIntoView({ block: 'center' })
    search.setState({ opened: NO_OFFSET })
  }, [page, search])

  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['hit'] === undefined) return
    const hits = hitsIn(page.current)
    switch (event.key) {
      case 'ArrowDown':
        move(1)
        break
      case 'ArrowUp':
        move(-1)
        break
      case 'Home':
        goTo(hits[0])
        break
      case 'End':
        goTo(hits.at(-1))
        break
      case 'Escape':
        toField()
        break
      default:
        return
    }
    event.preventDefault()
  }
  useEffect(() => {
    const element = page.current
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
    // oxlint-disable-next-line react/exhaustive-deps -- what it does depends on what is on the page only
  }, [page])
  return { toFirst: () => goTo(hitsIn(page.current)[0]) }
}
