// `npm run build`
import { buildAll } from './build/build-all.mjs'
import { runScript } from './tools/run-script.mjs'
import { sayWhile } from './tools/say.mjs'

await runScript('build', () => sayWhile('build', 'building', buildAll))
