// The linter's plugin with the project's own rules; .oxlintrc.json says where each applies.
import { layers } from './rules/layers.mjs'
import { noAmbientTime } from './rules/no-ambient-time.mjs'
import { noBarrel } from './rules/no-barrel.mjs'
import { noRawIpc } from './rules/no-raw-ipc.mjs'
import { noSwitchedOffTests } from './rules/no-switched-off-tests.mjs'
import { reasonedDisable } from './rules/reasoned-disable.mjs'
import { tellingFileNames } from './rules/telling-file-names.mjs'

export default {
  meta: { name: 'frontdesk' },
  rules: {
    layers,
    'no-ambient-time': noAmbientTime,
    'no-barrel': noBarrel,
    'no-raw-ipc': noRawIpc,
    'no-switched-off-tests': noSwitchedOffTests,
    'reasoned-disable': reasonedDisable,
    'telling-file-names': tellingFileNames,
  },
}
