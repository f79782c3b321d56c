/** docs/reference/who-may.md: every role against every route, from the routes' own data. */

import { organisationRoles, type OrganisationRole } from '../packages/core/organisation.ts'
import { routes } from '../packages/server/routes.ts'
import type { Route } from '../packages/server/http/route.ts'

type Column = 'anyone' | 'member' | OrganisationRole | 'operator'
const columns: readonly Column[] = ['anyone', 'member', ...organisationRoles, 'operator']

function scopeOf({ callers }: Route): string | undefined {
  return callers.find((rule) => rule.startsWith('operator:'))?.slice('operator:'.length)
}

function cell(route: Route, column: Column): string {
  const { callers, roles } = route
  if (callers.includes('public')) return '✓'
  if (column === 'anyone') return ''
  if (column === 'operator') return scopeOf(route) === undefined ? '' : `\`${scopeOf(route)!}\``
  if (!callers.includes('member')) return ''
  if (column === 'member') return roles ? '' : '✓'
  return !roles || roles.includes(column) ? '✓' : ''
}

const head = `# Who may call what

Generated from the routes (\`npm run gen\`): what a door lets in, before anything is known of whose thing it is about. A
member has ✓ where any member may knock; what is another’s is answered “not found”. A role’s ✓ is about the organisation
the member holds it in. What the operator may is the scope a key needs. Whatever has no mark is refused.

Beside the table, per act: nobody changes their own roles or lets themselves send again, publishes what they wrote,
approves what they sent, or has two words on one send. On what waits in a family, the giver of the allowance and the
guardians who are asked have the words of an approver, and its sender those of a sender. Recalling another’s send is for whom the
[policy](../concepts/organisations.md) names.
`

/** The page. */
export function printWhoMay(): Promise<string> {
  const lines = routes.map((route) => {
    const cells = columns.map((column) => cell(route, column))
    return `| ${route.method} \`${route.path}\` | ${cells.join(' | ')} |`
  })
  const titles = columns.map((column) => column.replace('_', ' '))
  const table = [`| route | ${titles.join(' | ')} |`, `| --- |${' --- |'.repeat(columns.length)}`, ...lines]
  return Promise.resolve(`${head}\n${table.join('\n')}\n`)
}
