// Progress for people: one plain line a step on stderr, so that stdout stays for results.

/**
 * @param {string} topic the script that speaks
 * @param {string} text one sentence
 */
export function say(topic, text) {
  process.stderr.write(`[${topic}] ${text}\n`)
}

/**
 * Runs a step that takes a while: says what begins, every ten seconds that it still runs, and how long it took.
 * @template T
 * @param {string} topic
 * @param {string} text what happens, without a full stop
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function sayWhile(topic, text, step) {
  const startedMs = Date.now()
  const elapsed = () => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`
  say(topic, `${text} …`)
  const reminder = setInterval(() => say(topic, `${text}: still at it after ${elapsed()}`), 10_000)
  try {
    const result = await step()
    say(topic, `${text}: done in ${elapsed()}`)
    return result
  } finally {
    clearInterval(reminder)
  }
}
