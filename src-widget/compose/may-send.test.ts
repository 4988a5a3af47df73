import { describe, expect, it } from 'vitest'
import { limits } from '#protocol'
import { isSendKey, judgeDraft } from './may-send.ts'
import type { PickedFile, Upload } from './upload-list.ts'

const file: PickedFile = { name: 'a', size: 1, type: '' }
const upload = (kind: 'queued' | 'failed' | 'running' | 'done'): Upload<PickedFile> =>
  kind === 'running' || kind === 'done'
    ? ({ id: 1, kind, file, share: 0, ref: {} } as unknown as Upload<PickedFile>)
    : { id: 1, kind, file, code: undefined }

describe('sending', () => {
  it('needs text or files, all of them uploaded', () => {
    expect(judgeDraft('  ', [])).toBe('empty')
    expect(judgeDraft('a', [])).toBe('ready')
    expect(judgeDraft('', [upload('done')])).toBe('ready')
    expect(judgeDraft('a', [upload('done'), upload('running')])).toBe('uploading')
    expect(judgeDraft('a', [upload('queued'), upload('failed')])).toBe('upload_failed')
    expect(judgeDraft(` ${'a'.repeat(limits.maxMessageLength)} `, [])).toBe('ready')
    expect(judgeDraft('a'.repeat(limits.maxMessageLength + 1), [])).toBe('too_long')
  })

  it('never happens on the Enter of an input method', () => {
    const enter = { key: 'Enter', shiftKey: false, altKey: false, isComposing: false, keyCode: 13 }
    expect(isSendKey(enter)).toBe(true)
    for (const other of [{ isComposing: true }, { keyCode: 229 }, { shiftKey: true }, { altKey: true }, { key: 'a' }])
      expect(isSendKey({ ...enter, ...other })).toBe(false)
  })
})
