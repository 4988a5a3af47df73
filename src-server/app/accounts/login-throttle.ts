// Slows down guessing of passwords without locking out an office behind one address: only wrong passwords count, and an
// account under attack from elsewhere stays open to the addresses it is used from.
import { limits, type EpochMs } from '../../protocol/index.ts'
import { RateWindow } from './rate-window.ts'

/** A try that may go on; `settle` must be called once with what became of it. */
export type LoginTry = { readonly ok: true; readonly settle: (verdict: 'right' | 'wrong' | 'undecided') => void }
export type LoginRefusal = {
  readonly ok: false
  readonly scope: 'pair' | 'account' | 'address'
  readonly retryAfterMs: number
}

export class LoginThrottle {
  readonly #pairs: RateWindow
  readonly #accounts: RateWindow
  readonly #addresses: RateWindow

  constructor(now: () => EpochMs) {
    const window = (limit: number): RateWindow =>
      new RateWindow({ limit, windowMs: limits.loginWindowMs, maxKeys: limits.maxThrottleKeys }, now)
    this.#pairs = window(limits.loginTriesPerAccountAndAddress)
    this.#accounts = window(limits.loginTriesPerAccount)
    this.#addresses = window(limits.loginTriesPerAddress)
  }

  /** @param isHome the account has a session from this address: guesses made elsewhere do not count against it. */
  enter(login: string, address: string, isHome: boolean): LoginTry | LoginRefusal {
    const pair = `${address} ${login}`
    const waits = [
      ['pair', this.#pairs.waitMs(pair)],
      ['address', this.#addresses.waitMs(address)],
      ['account', isHome ? 0 : this.#accounts.waitMs(login)],
    ] as const
    for (const [scope, retryAfterMs] of waits) if (retryAfterMs > 0) return { ok: false, scope, retryAfterMs }
    // Counted before the password is checked, else a hundred tries in flight would all see room. Not so for the address:
    // an office arriving at nine has hundreds of right passwords in flight.
    this.#pairs.add(pair)
    this.#accounts.add(login)
    return {
      ok: true,
      settle: (verdict) => {
        if (verdict === 'wrong') return this.#addresses.add(address)
        this.#accounts.remove(login)
        if (verdict === 'right') this.#pairs.clear(pair)
        else this.#pairs.remove(pair)
      },
    }
  }
}
