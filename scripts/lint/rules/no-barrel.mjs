// One way to each thing: only the protocol has a front door; everywhere else files are imported by name.
import { repositoryPath } from '../repository-path.mjs'

const frontDoor = 'src-server/protocol/index.ts'

/** @type {import('../rule.d.ts').Rule} */
export const noBarrel = {
  create(context) {
    if (repositoryPath(context) === frontDoor) return {}
    /** @param {import('../rule.d.ts').Node} node */
    const report = (node) => {
      if (node.source) context.report({ node, message: 'no re-exports: import from the file that owns it' })
    }
    return { ExportAllDeclaration: report, ExportNamedDeclaration: report }
  },
}
