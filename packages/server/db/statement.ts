/**
 * A statement is static text with a name: prepared once a connection, listed for the tests that let PostgreSQL
 * describe it and that look for anything a distributed PostgreSQL refuses.
 */

import { arrayParameters } from './arrays.ts'

export interface Statement<Params extends readonly unknown[], Row> {
  readonly name: string
  readonly text: string
  /** The parameters that are arrays of a known type. */
  readonly arrays: ReturnType<typeof arrayParameters>
  /** Carries the types of parameters and rows; never present at run time. */
  readonly types?: { params: Params; row: Row }
}

/** What a statement takes, in order. */
export type StatementParams<S> = S extends Statement<infer Params, unknown> ? Params : never

const listed = new Map<string, Statement<never, unknown>>()

/** Declare a statement. Columns come back in camelCase: `payer_id` is `payerId`. A name is used once. */
export function statement<Params extends readonly unknown[], Row>(
  name: string,
  text: string,
): Statement<Params, Row> {
  if (listed.has(name)) throw new Error(`two statements are named ${name}`)
  const made = { name, text: text.trim(), arrays: arrayParameters(text) }
  listed.set(name, made)
  return made
}

/** Every statement declared by the modules loaded so far. */
export function listedStatements(): { name: string; text: string }[] {
  return [...listed.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
