// All routes with who may use them: for 405 instead of 404, for preflights, and for the test that walks every route.
import type { Permission } from '../../protocol/permissions.ts'

/** Who is let in: anybody, whoever holds a visitor's or an agent's token, visitors only, or agents with a permission. */
export type Access = 'public' | 'token' | 'visitor' | Permission

/** Whose pages may call it: shop pages and the desk, only the desk, or anyone (it gives nothing that is not public). */
export type Audience = 'shop' | 'desk' | 'anyone'

export type RouteRow = {
  readonly method: string
  /** fastify's pattern, e.g. `/api/v1/agents/:id`. */
  readonly url: string
  readonly access: Access
  readonly audience: Audience
}

export type RouteTable = {
  readonly rows: readonly RouteRow[]
  add(row: RouteRow): void
  /** The row that answers a concrete path, by method. */
  find(method: string, path: string): RouteRow | undefined
  /** Methods that a path answers to; empty when there is no such path. */
  methodsOf(path: string): readonly string[]
}

const patternOf = (url: string): RegExp => {
  const source = url
    .split('/')
    .map((part) =>
      part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`),
    )
    .join('/')
  return new RegExp(`^${source}$`, 'u')
}

export const createRouteTable = (): RouteTable => {
  const rows: RouteRow[] = []
  const patterns: RegExp[] = []
  const matching = (path: string): readonly RouteRow[] =>
    rows.filter((_, index) => patterns[index]?.test(path) === true)
  return {
    rows,
    add: (row) => {
      rows.push(row)
      patterns.push(patternOf(row.url))
    },
    find: (method, path) => matching(path).find((row) => row.method === method),
    methodsOf: (path) => [...new Set(matching(path).map((row) => row.method))],
  }
}
