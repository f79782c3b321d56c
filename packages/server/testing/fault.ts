/**
 * Faults for the tests of the audit: something no verb would write, planted with the append-only triggers off, looked
 * at, and taken out again so that the next test finds the database as it was.
 */

import pg from 'pg'

export interface Fault {
  /** One statement that writes what should never be there. */
  sql: string
  /** A constraint in its way, and the statement that puts it back. */
  without?: { table: string; constraint: string; again: string }
}

export interface FaultPlanter {
  /** Plant a fault, look, and put everything back. Throws where the fault touched no row. */
  withFault(fault: Fault, look: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Open a planter that keeps these tables as they are between faults. */
export async function openFaultPlanter(url: string, tables: readonly string[]): Promise<FaultPlanter> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()

  async function eachTable(sql: (table: string) => string): Promise<void> {
    for (const table of tables) await client.query(sql(table))
  }

  async function putBack({ without }: Fault): Promise<void> {
    await eachTable((table) => `delete from ${table}`)
    await eachTable((table) => `insert into ${table} select * from kept_${table}`)
    await eachTable((table) => `drop table kept_${table}`)
    if (without) await client.query(without.again)
    await eachTable((table) => `alter table ${table} enable trigger user`)
  }

  return {
    async withFault(fault, look) {
      await eachTable((table) => `create temporary table kept_${table} as table ${table}`)
      await eachTable((table) => `alter table ${table} disable trigger user`)
      try {
        if (fault.without)
          await client.query(`alter table ${fault.without.table} drop constraint ${fault.without.constraint}`)
        const { rowCount } = await client.query(fault.sql)
        if (rowCount === 0) throw new Error(`the fault touched nothing: ${fault.sql}`)
        await look()
      } finally {
        await putBack(fault)
      }
    },
    close: () => client.end(),
  }
}
