// PLACEHOLDER
import type { RunningServer } from '../app/create-server.ts'
import type { Logger } from '../ports/logger.ts'
export const startBots = async (_server: RunningServer, _logger: Logger): Promise<{ stop(): Promise<void> }> => ({
  stop: async () => undefined,
})
