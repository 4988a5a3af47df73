// What a Frontdesk server tells of itself: how many commands a commit held, and how late its event loop was.

export type ServerMetrics = {
  readonly commits: number
  readonly commands: number
  readonly loopDelayP99Ms: number
}

const MS_PER_SECOND = 1000

const valueOf = (text: string, name: string): number =>
  Number(new RegExp(`^${name}(?:\\{[^}]*\\})? ([0-9.e+-]+)$`, 'mu').exec(text)?.[1] ?? Number.NaN)

/** Counts since its start; the delay since it was asked last. */
export const readServerMetrics = async (port: number): Promise<ServerMetrics> => {
  const reply = await fetch(`http://127.0.0.1:${port}/metrics`)
  const text = await reply.text()
  return {
    commits: valueOf(text, 'frontdesk_commit_batch_size_count'),
    commands: valueOf(text, 'frontdesk_commit_batch_size_sum'),
    loopDelayP99Ms: valueOf(text, 'nodejs_eventloop_lag_p99_seconds') * MS_PER_SECOND,
  }
}
