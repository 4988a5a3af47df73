import { describe, expect, it } from 'vitest'
import { runSimulation } from './run-simulation.ts'
describe('sim', () => {
  it('runs', async () => {
    const t = performance.now()
    const counts = await runSimulation({ seed: Number(process.env['SIM_SEED'] ?? 1), store: 'memory', steps: 200 })
    console.log(performance.now() - t, [...counts].sort())
    expect(1).toBe(1)
  }, 60000)
})
