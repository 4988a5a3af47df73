// Switching a rule off needs its reason on the same line, after two dashes.

/** @type {import('../rule.d.ts').Rule} */
export const reasonedDisable = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isDisable = /^\s*(oxlint|eslint)-disable/.test(comment.value)
          if (isDisable && !/ -- \S+ \S+/.test(comment.value)) {
            context.report({ node: comment, message: 'say why: `oxlint-disable-next-line rule -- the reason`' })
          }
        }
      },
    }
  },
}
