/** `laisee audit`: every check, each with its promise, in one snapshot while traffic runs. A difference is told by name. */

import Table from 'cli-table3'
import { auditEverything, type AuditReport } from '@laisee/server/audit/audit.ts'
import { command } from '../command.ts'
import { databaseArgs, withDatabaseUrl, withDbAt } from '../direct.ts'
import { print, printJson } from '../output.ts'
import { plainTable } from '../table.ts'

export const audit = command(
  { ...databaseArgs, json: { type: 'boolean', description: 'Print the report as JSON' } },
  async (args) => {
    const report = await withDatabaseUrl(args.demo === true, (url) => withDbAt(url, auditEverything))
    if (args.json) printJson(report)
    else print(...linesOf(report))
    return report.ok ? 0 : 1
  },
)

function linesOf(report: AuditReport): string[] {
  const table = new Table({ ...plainTable, head: ['check', 'looked at', 'different'] })
  for (const { check, looked, different } of report.checks) table.push([check, looked, different])
  const differences = report.checks.flatMap(({ check, promise, different, differences }) =>
    different === 0
      ? []
      : ['', `${check}: ${promise}`, ...differences.map(({ about, says }) => `  ${about} ${says}`)],
  )
  const total = report.checks.reduce((sum, { different }) => sum + different, 0)
  const verdict = report.ok ? 'No difference.' : `${total} ${total === 1 ? 'difference' : 'differences'}.`
  return [table.toString(), ...differences, '', `${verdict} Snapshot of ${report.at}.`]
}
