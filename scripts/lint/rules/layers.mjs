// Reports every import that the table in ../layers.mjs does not allow, however it is written.
import { importProblem } from '../layers.mjs'
import { repositoryPath } from '../repository-path.mjs'

/** @type {import('../rule.d.ts').Rule} */
export const layers = {
  create(context) {
    const from = repositoryPath(context)

    /**
     * @param {import('../rule.d.ts').Node | null | undefined} source the string literal that names the module
     * @param {boolean} typeOnly
     */
    const check = (source, typeOnly) => {
      if (typeof source?.value !== 'string') return
      const problem = importProblem({ from, specifier: source.value, typeOnly })
      if (problem) context.report({ node: source, message: problem })
    }

    return {
      ImportDeclaration: (node) => check(node.source, importsOnlyTypes(node)),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source ?? node.argument, true),
    }
  },
}

/** @param {import('../rule.d.ts').Node} declaration */
function importsOnlyTypes(declaration) {
  if (declaration.importKind === 'type') return true
  const specifiers = declaration.specifiers ?? []
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type')
}
