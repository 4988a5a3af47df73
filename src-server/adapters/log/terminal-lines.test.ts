import { expect, it } from 'vitest'
import { forTerminal } from './terminal-lines.ts'

// oxlint-disable-next-line no-control-regex -- colours are control characters
const plain = (text: string): string => text.replaceAll(/\u001B\[\d+m/gu, '')

it('shows a log line to a person: time, level, message, fields', () => {
  const line = {
    level: 'info',
    time: '2026-01-02T03:04:05.678Z',
    url: 'http://127.0.0.1:8000',
    at: { x: 1 },
    msg: 'listening',
  }
  expect(plain(forTerminal(`${JSON.stringify(line)}\n`))).toBe(
    '03:04:05 info  listening url=http://127.0.0.1:8000 at={"x":1}\n',
  )
})

it('passes on what is no log line', () => {
  expect(forTerminal('Segmentation fault\n')).toBe('Segmentation fault\n')
  expect(forTerminal('null\n')).toBe('null\n')
})
