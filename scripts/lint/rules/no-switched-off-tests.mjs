// A test runs or does not exist. Leaving one out for a stated condition is fine (`it.skipIf(…)`, Playwright's
// `test.skip(condition, 'reason')` inside a test); `.only`, `.skip('title', …)` and `.todo` are not.

const runners = ['it', 'test', 'describe', 'suite', 'bench']
const switches = ['only', 'skip', 'todo', 'fixme', 'fail', 'fails']

/** @type {import('../rule.d.ts').Rule} */
export const noSwitchedOffTests = {
  create(context) {
    return {
      MemberExpression(node) {
        const name = node.property?.name ?? ''
        if (!switches.includes(name) || !isRunner(node.object)) return
        if (name === 'skip' && conditional.has(node)) return
        context.report({ node, message: `.${name} leaves a test out or its failure unseen` })
      },
      CallExpression(node) {
        const [first, second] = node.arguments ?? []
        if (node.callee && first && second && !isText(first) && isText(second)) conditional.add(node.callee)
      },
    }
  },
}

/** @param {import('../rule.d.ts').Node} node */
const isText = (node) => node.type === 'Literal' || node.type === 'TemplateLiteral'

/** Callees of `x(condition, reason)`; the call is visited before the member expression inside it. */
/** @type {WeakSet<import('../rule.d.ts').Node>} */
const conditional = new WeakSet()

/**
 * @param {import('../rule.d.ts').Node | undefined} node
 * @returns {boolean} whether it is `test`, or a chain such as `test.describe`
 */
function isRunner(node) {
  if (node?.type === 'MemberExpression') return isRunner(node.object)
  return node?.type === 'Identifier' && runners.includes(node.name ?? '')
}
