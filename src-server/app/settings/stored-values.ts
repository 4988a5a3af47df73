// Settings as the journal holds them, by their ids. What is no value of its schema counts as not there.
import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import type { Seen } from '../../adapters/http/http-services.ts'
import type { StoredSetting } from '../../ports/journal.ts'

/** What stands for "nothing is stored". */
export const NO_VERSION = '0'

/** Of a value as stored: whoever changes it names the one they saw. Equal values have equal versions. */
export const versionOf = (value: unknown): string =>
  value === null || value === undefined
    ? NO_VERSION
    : createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

export const seen = <Value extends object>(value: Value): Seen<Value> => ({ version: versionOf(value), ...value })

export type Reading<Value> = (value: unknown) => Value | undefined

/** Compiled at its first use: a start reads no settings pages. */
export const createReading = <Schema extends TSchema>(schema: Schema): Reading<Static<Schema>> => {
  let check: { Check(value: unknown): boolean } | undefined
  return (value) => {
    check ??= Compile(schema)
    return check.Check(value) ? (value as Static<Schema>) : undefined
  }
}

/** The number at the end of `routing.group.3`. */
const idOfKey = (key: string): number => Number(key.slice(key.lastIndexOf('.') + 1))

/** By rising id. */
export const valuesOf = <Value>(stored: readonly StoredSetting[], read: Reading<Value>): readonly Value[] =>
  stored
    .toSorted((a, b) => idOfKey(a.key) - idOfKey(b.key))
    .map(({ value }) => read(value))
    .filter((value) => value !== undefined)

/** Past every id that was ever used: what was deleted keeps its number in the journal. */
export const nextId = (stored: readonly StoredSetting[]): number =>
  Math.max(0, ...stored.map(({ key }) => idOfKey(key))) + 1
