import { describe, expect, it } from 'vitest'
import { createPinoLogger } from './pino-logger.ts'

const capture = (level: string) => {
  const lines: string[] = []
  const logger = createPinoLogger({ level, sink: { write: (line) => void lines.push(line), flush: () => undefined } })
  return { logger, lines }
}

describe('pino logger', () => {
  it('writes one object a line with a level, a time and no host name', () => {
    const { logger, lines } = capture('info')
    logger.info({ port: 8000 }, 'listening')
    logger.debug({}, 'not this one')
    expect(lines).toHaveLength(1)
    const line: unknown = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({
      level: 'info',
      port: 8000,
      msg: 'listening',
      time: expect.stringMatching(/^\d{4}-.*Z$/u),
    })
    expect(line).not.toHaveProperty('hostname')
  })

  it('never writes a secret that somebody put into a field', () => {
    const { logger, lines } = capture('debug')
    logger.warn({ token: 'tok-1', request: { password: 'pw-1', headers: { authorization: 'Bearer tok-2' } } }, 'oops')
    expect(lines.join('')).not.toMatch(/tok-|pw-/u)
  })

  it.each(['err', 'error'])('tells an error under %s with its stack, without what hangs on it', (field) => {
    const { logger, lines } = capture('info')
    logger.error(
      { [field]: Object.assign(new Error('disk on fire'), { code: 'EIO', request: { body: 'private' } }) },
      'failed',
    )
    expect(lines[0]).toContain('pino-logger.test')
    expect(lines[0]).toContain('disk on fire')
    expect(lines[0]).toContain('EIO')
    expect(lines[0]).not.toContain('private')
  })
})
