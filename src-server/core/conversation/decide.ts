// One command against what is true now: what is to be written, or the code why not. The only door to the journal.
import type { EpochMs, Result } from '../../protocol/index.ts'
import type { Command } from '../../ports/command.ts'
import type { Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { decideChangeAgent, decideCreateAgent, decideStatus } from './decide-agent.ts'
import { decideClose } from './decide-close.ts'
import { decideNote } from './decide-note.ts'
import { decideAssign, decideTransfer } from './decide-ownership.ts'
import { decideQueue } from './decide-queue.ts'
import { decideRate } from './decide-rate.ts'
import { decideReceipt } from './decide-receipt.ts'
import { decideRevise } from './decide-revise.ts'
import { decideSend } from './decide-send.ts'
import { decideSetting } from './decide-setting.ts'
import { decideWarn } from './decide-warn.ts'

/** Never throws for any command of the right shape, whatever its values. */
export const decide = (context: DecisionContext, command: Command, now: EpochMs): Result<Decision> => {
  switch (command.type) {
    case 'send':
      return decideSend(context, command, now)
    case 'revise':
      return decideRevise(context, command, now)
    case 'assign':
      return decideAssign(context, command, now)
    case 'transfer':
      return decideTransfer(context, command, now)
    case 'queue':
      return decideQueue(context, command, now)
    case 'note':
      return decideNote(context, command)
    case 'rate':
      return decideRate(context, command, now)
    case 'close':
      return decideClose(context, command, now)
    case 'warn':
      return decideWarn(context, command, now)
    case 'status':
      return decideStatus(context, command, now)
    case 'setting':
      return decideSetting(context, command, now)
    case 'create-agent':
      return decideCreateAgent(context, command)
    case 'change-agent':
      return decideChangeAgent(context, command, now)
    case 'receipt':
      return decideReceipt(context, command, now)
    default:
      return command satisfies never
  }
}
