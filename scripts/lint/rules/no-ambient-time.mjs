// The time comes in through the Clock port: bans reading it off the machine. Turning a given number into a Date is fine.

/** @type {import('../rule.d.ts').Rule} */
export const noAmbientTime = {
  create(context) {
    /** @param {import('../rule.d.ts').Node} node */
    const report = (node) => context.report({ node, message: 'take the time from the Clock port or as a parameter' })
    return {
      NewExpression(node) {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) report(node)
      },
      CallExpression(node) {
        const callee = node.callee
        if (callee?.name === 'Date') report(node)
        if (callee?.type === 'MemberExpression' && callee.object?.name === 'Date' && callee.property?.name === 'now')
          report(node)
      },
    }
  },
}
