// The frame of every script that people start: what stops it is said in its own words, without a stack.
import { say } from './say.mjs'

/**
 * @param {string} topic
 * @param {() => Promise<void>} script
 */
export async function runScript(topic, script) {
  try {
    await script()
  } catch (error) {
    say(topic, error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
