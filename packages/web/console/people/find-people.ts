/** Finding people in a list by what stands in the address. Pure. */

import type { Person } from '../data/organisation-data.ts'

/** Those of these people whom the filters let through: a part of a name or an id, a role, and a state. */
export function found(people: readonly Person[], query: Readonly<Record<string, string>>): Person[] {
  const text = (query['q'] ?? '').trim().toLowerCase()
  const { role, state } = query
  return people.filter((one) => {
    const roles = one.state === 'active' ? one.roles : one.offeredRoles
    const isNamed = one.member.name.toLowerCase().includes(text) || one.member.id.includes(text)
    const isInRole = !role || (role === 'none' ? roles.length === 0 : roles.some((held) => held === role))
    const isInState = !state || (state === 'stopped' ? one.suspended !== null : one.state === state)
    return isNamed && isInRole && isInState
  })
}
