// Checks requests with typebox, compiled at a route's first request: a start compiles nothing that nobody asks for.
import type { FastifySchemaCompiler } from 'fastify'
import { Compile } from 'typebox/schema'
import type { TSchema } from 'typebox'

type Properties = Readonly<Record<string, { readonly type?: unknown }>>

const propertiesOf = (schema: TSchema): Properties => ('properties' in schema ? (schema.properties as Properties) : {})

/** Addresses carry only text: what the schema calls an integer and looks like one becomes a number. */
const withNumbers = (schema: TSchema, values: unknown): unknown => {
  if (typeof values !== 'object' || values === null) return values
  const properties = propertiesOf(schema)
  const converted = Object.entries(values).map(([key, value]): [string, unknown] => {
    const isNumber = properties[key]?.type === 'integer' && typeof value === 'string' && /^\d{1,16}$/u.test(value)
    return [key, isNumber ? Number(value) : value]
  })
  return Object.fromEntries(converted)
}

/** Which field was wrong is for the log of whoever writes a client, not needed here: the code says it is the request. */
const invalid = { error: [{ keyword: 'schema', instancePath: '', schemaPath: '', params: {}, message: 'bad request' }] }

export const compileLazily: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let check: { Check(value: unknown): boolean } | undefined
  return (data: unknown) => {
    check ??= Compile(schema)
    const value = httpPart === 'body' ? data : withNumbers(schema, data)
    return check.Check(value) ? { value } : invalid
  }
}
