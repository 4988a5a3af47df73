// Electron's untyped message channels are touched in two files only; everyone else uses the typed bridge.
import { repositoryPath } from '../repository-path.mjs'

const allowedIn = ['src-main/bridge/validated-ipc.ts', 'src-main/preload/index.ts']
const rawNames = ['ipcMain', 'ipcRenderer']

/** @type {import('../rule.d.ts').Rule} */
export const noRawIpc = {
  create(context) {
    if (allowedIn.includes(repositoryPath(context))) return {}
    return {
      ImportDeclaration(node) {
        if (node.source?.value !== 'electron' || node.importKind === 'type') return
        for (const specifier of node.specifiers ?? []) {
          if (specifier.type !== 'ImportSpecifier') {
            context.report({ node: specifier, message: 'import what is needed of electron by name' })
          } else if (rawNames.includes(specifier.imported?.name ?? '')) {
            context.report({
              node: specifier,
              message: `only ${allowedIn.join(' and ')} may use ${specifier.imported?.name}`,
            })
          }
        }
      },
    }
  },
}
