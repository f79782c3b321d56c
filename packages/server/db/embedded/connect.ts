/** Knocking at a database's door: that it opens to the password, and that the database of Laisee is behind it. */

import pg from 'pg'
import { urlOf, type Address } from './address.ts'

export const databaseName = 'laisee'

const answerMsMax = 10_000

async function query(url: string, sql?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answerMsMax })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (sql !== undefined) await client.query(sql)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

/** Prove that the database answers; the first start makes it, or the next one where that was cut short. */
export async function knock(address: Address, password: string, isNew: boolean): Promise<void> {
  const makeDatabase = (): Promise<void> =>
    query(urlOf(address, password, 'postgres'), `create database ${databaseName}`)
  if (isNew) await makeDatabase()
  try {
    await query(urlOf(address, password, databaseName))
  } catch (error) {
    // Too many connections is an answer: it is busy with others, and well.
    if (codeOf(error) === '53300') return
    if (codeOf(error) !== '3D000') throw error
    await makeDatabase()
  }
}

/** Whether a failed knock means that the server is starting, stopping, recovering or just dying. */
export function isUnsettled(error: unknown): boolean {
  const code = codeOf(error)
  return (
    code.startsWith('57P0') || /ECONNRESET|EPIPE/.test(code) || /Connection terminated/.test(String(error))
  )
}

/** Whether a failed knock means that nobody listens there, rather than that the answer was no. */
export function nobodyListens(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(codeOf(error))
}
