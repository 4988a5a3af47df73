// The part of the linter's plugin interface (ESLint's) that our rules use.

/** A syntax node, loosely: rules look only at fields that its type has. */
export type Node = {
  readonly type: string
  readonly name?: string
  readonly value?: unknown
  readonly importKind?: string
  readonly exportKind?: string
  readonly source?: Node | null
  readonly argument?: Node | null
  readonly specifiers?: readonly Node[]
  readonly imported?: Node
  readonly callee?: Node
  readonly object?: Node
  readonly property?: Node
  readonly arguments?: readonly Node[]
  readonly body?: unknown
}

export type Comment = Node & { readonly value: string }

export type RuleContext = {
  readonly cwd: string
  readonly filename: string
  readonly sourceCode: { getAllComments(): readonly Comment[] }
  report(problem: { node: Node; message: string }): void
}

export type Rule = { create(context: RuleContext): Record<string, (node: Node) => void> }
