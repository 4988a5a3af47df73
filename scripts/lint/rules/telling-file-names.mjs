// A file is named after what it exports; names that fit any content are refused.
import { basename } from 'node:path'

const saysNothing = /^(utils?|helpers?|manager|types|misc|common|shared|stuff|constants|data)\.\w+$/

/** @type {import('../rule.d.ts').Rule} */
export const tellingFileNames = {
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename)
        if (saysNothing.test(name))
          context.report({ node, message: `${name} says nothing: name the file after what it exports` })
      },
    }
  },
}
