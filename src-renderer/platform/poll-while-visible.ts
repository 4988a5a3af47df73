// Asks again and again while somebody can see the page: the next time counts from the answer, so a slow server is not asked faster.

export type PollParts<Answer> = {
  readonly ask: (gone: AbortSignal) => Promise<Answer>
  readonly heard: (answer: Answer) => void
  readonly everyMs: number
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
  /** @returns what takes it back. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

/** @returns what ends it; nothing is heard afterwards. */
export function pollWhileVisible<Answer>({ ask, heard, everyMs, page, after }: PollParts<Answer>): () => void {
  let round: AbortController | undefined
  let cancel = (): void => undefined

  const begin = async (): Promise<void> => {
    const own = new AbortController()
    round = own
    const answer = await ask(own.signal)
    if (own.signal.aborted) return
    heard(answer)
    cancel = after(everyMs, () => void begin())
  }
  const halt = (): void => {
    cancel()
    round?.abort()
    round = undefined
  }
  const turn = (): void => {
    if (page.hidden) halt()
    else if (round === undefined) void begin()
  }

  page.addEventListener('visibilitychange', turn)
  turn()
  return () => {
    page.removeEventListener('visibilitychange', turn)
    halt()
  }
}
