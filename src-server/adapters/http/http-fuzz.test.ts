// Anything at all, at every route of the OpenAPI document: an answer with a code, never a 500, never a crash.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isErrorCode } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: unknown }>>>>
}

let desk: HttpDesk
let document: Document
let tokens: readonly string[]
beforeAll(async () => {
  desk = await createHttpDesk()
  document = (await desk.app.inject({ url: '/api/openapi.json' })).json<Document>()
  tokens = ['', 'x', await desk.signIn('owner'), await desk.signIn('agent'), await desk.newVisitor()]
})
afterAll(async () => desk.close())

const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.constantFrom('', '0', '-1', '1e9', 'null', '../..', '\0', '\uD800'),
)
const fields = [
  'login',
  'password',
  'name',
  'code',
  'role',
  'active',
  'capacity',
  'cid',
  'conversation',
  'text',
  'files',
  'tags',
  'page',
  'url',
  'old',
  'new',
  'cursor',
  'waitMs',
  'limit',
  'view',
  '__proto__',
]
const wildJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom(...fields),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), wildText, fc.integer(), fc.double()),
  ),
)
/** What may stand in a header at all, and what looks like a language. */
const wildHeader = fc.oneof(
  fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/u),
  fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,8}){0,4}(;q=[0-9.]{1,4})?(, ?[a-z]{2}(-[a-z])?)?$/u),
)
const headerNames = [
  'accept-language',
  'accept-encoding',
  'access-control-request-method',
  'if-none-match',
  'origin',
  'range',
  'user-agent',
  'x-forwarded-for',
]
const wildRequest = fc.record({
  token: fc.nat(4),
  headers: fc.dictionary(fc.constantFrom(...headerNames), wildHeader, { maxKeys: 3 }),
  ids: wildText,
  query: fc.dictionary(fc.constantFrom(...fields), wildText, { maxKeys: 4 }),
  body: fc.oneof(
    wildJson.map((value) => ({ type: 'application/json', payload: JSON.stringify(value) ?? '' })),
    wildText.map((payload) => ({ type: 'application/json', payload })),
    fc.record({
      type: fc.constantFrom('text/plain', 'multipart/form-data', 'x', 'application/json; charset=utf-16'),
      payload: wildText,
    }),
  ),
})

describe('fuzzed requests', () => {
  it('documents every API route', () => {
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = desk.side.table.rows.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1/'))
    for (const { method, url } of routes) expect(listed).toContain(`${method} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`)
    expect(document.openapi).toBe('3.1.0')
  })

  it('[D10.13] are answered with a code, never a fault of ours', async () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method })),
    )
    for (const { path, method } of operations) {
      await fc.assert(
        fc.asyncProperty(wildRequest, async ({ token, ids, query, headers, body }) => {
          const url = path.replaceAll(/\{[\w*]+\}/gu, () => encodeURIComponent(ids.toWellFormed()) || 'x')
          // A long poll would wait for the test's clock.
          const { waitMs: _, ...rest } = query
          const search = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, value.toWellFormed()]))
          const answer = await desk.app.inject({
            method: method.toUpperCase() as 'GET',
            url: `${url}?${search.toString()}`,
            headers: {
              ...headers,
              'content-type': body.type,
              ...(tokens[token] && { authorization: `Bearer ${tokens[token]}` }),
            },
            ...(method !== 'get' && { payload: body.payload }),
          })
          const code: unknown = answer.statusCode >= 400 ? answer.json<{ code: unknown }>().code : undefined
          expect(answer.statusCode, `${method} ${url} ${answer.body}`).toBeLessThan(500)
          expect(code === undefined || isErrorCode(code)).toBe(true)
        }),
        { numRuns: 60 },
      )
    }
    expect(desk.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})
