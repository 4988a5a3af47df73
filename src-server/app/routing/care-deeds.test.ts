import { expect, it } from 'vitest'
import { ok, type AgentId, type ConversationId, type Result } from '../../protocol/index.ts'
import { initialSettings } from '../../core/routing/routing-settings.ts'
import type { Command, Outcome } from '../../ports/command.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { settle } from '../../testing/settle.ts'
import { createCareDeeds } from './care-deeds.ts'

const conversation = 1 as ConversationId
const agent = 3 as AgentId

it('[D7.19] what the journal has not answered yet is not asked of it again, and of others at once', async () => {
  const asked: Command[] = []
  const answers: ((result: Result<Outcome>) => void)[] = []
  const journal = {
    commit: (command: Command): Promise<Result<Outcome>> => {
      asked.push(command)
      return new Promise((resolve) => answers.push(resolve))
    },
  }
  const desk = { conversation: () => undefined }
  const deeds = createCareDeeds({ desk, router: { settings: initialSettings }, journal, logger: createFakeLogger() })
  deeds.release(conversation, agent, 'agent_gone')
  deeds.release(conversation, agent, 'agent_gone')
  deeds.release(2 as ConversationId, agent, 'agent_gone')
  expect(asked.map((command) => 'conversation' in command && command.conversation)).toEqual([1, 2])
  answers[0]?.(ok({} as Outcome))
  await settle()
  deeds.release(conversation, agent, 'agent_gone')
  expect(asked).toHaveLength(3)
})
