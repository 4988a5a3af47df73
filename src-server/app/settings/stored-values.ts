// Settings as the journal holds them, by their ids. What is no value of its schema counts as not there.
import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import type { StoredSetting } from '../../ports/journal.ts'

/** What stands for "nothing is stored". */
export const NO_VERSION = '0'

/** Of a value as stored: whoever changes it names the one they saw. Equal values have equal versions. */
export const versionOf = (value: unknown): string =>
  value === null || value === undefined
    ? NO_VERSION
    : createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

/** Compiled at its first use: a start reads no settings pages. */
export const createReading = <Schema extends TSchema>(schema: Schema) => {
  let check: { Check(value: unknown): boolean } | undefined
  return (value: unknown): Static<Schema> | undefined => {
    check ??= Compile(schema)
    return check.Check(value) ? (value as Static<Schema>) : undefined
  }
}

/** The number at the end of `routing.group.3`. */
const idOfKey = (key: string): number => Number(key.slice(key.lastIndexOf('.') + 1))

/** By rising id. */
export const valuesOf = <Value>(
  stored: readonly StoredSetting[],
  read: (value: unknown) => Value | undefined,
): readonly Value[] =>
  stored
    .toSorted((a, b) => idOfKey(a.key) - idOfKey(b.key))
    .map(({ value }) => read(value))
    .filter((value) => value !== undefined)
