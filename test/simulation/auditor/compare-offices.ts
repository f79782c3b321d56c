/** Organisations, policies and approvals as the database holds them, against the auditor's picture. */

import type { Json } from '../asks.ts'
import type { Seen } from '../observe.ts'
import type { Settled } from './compare.ts'
import type { Version } from './policies.ts'
import type { World } from './world.ts'

type Misses = (expected: Json | undefined, found: Json | undefined, at: string) => string[]

/** Every difference in who may what, by which policy, and what was said about which send. */
export function compareOffices(w: World, seen: Seen, settled: Settled, misses: Misses): string[] {
  return [
    ...compareRoles(w, seen, misses),
    ...comparePolicies(w, seen, misses),
    ...compareApprovals(w, seen, settled, misses),
    ...compareFiled(w, seen, misses),
  ]
}

function compareRoles(w: World, seen: Seen, misses: Misses): string[] {
  const expected = [...w.organisations.values()].flatMap((o) =>
    [...o.people].flatMap(([member, { roles }]) => roles.map((role) => `${o.id} ${member} ${role}`)),
  )
  const found = seen.roles.map(({ org, member, role }) => `${org} ${member} ${role}`)
  return misses(expected.sort(), found.sort(), 'the roles in force')
}

function comparePolicies(w: World, seen: Seen, misses: Misses): string[] {
  const lineOf = ({ version, state, effectiveAt, toldInForce, authors, decidedBy }: Version) => ({
    version,
    state,
    from: effectiveAt,
    told: toldInForce,
    authors,
    by: decidedBy,
  })
  return [...w.organisations.values()].flatMap((o) => {
    const found = seen.policies.filter(({ org }) => org === o.id)
    const rows = found.map(({ version, state, from, told, authors, by }) => ({
      version,
      state,
      from,
      told,
      authors,
      by,
    }))
    return misses(o.versions.map(lineOf), rows, `the versions of the policy of ${o.id}`)
  })
}

function compareApprovals(w: World, seen: Seen, settled: Settled, misses: Misses): string[] {
  const ids = seen.approvals.map(({ send }) => send)
  const problems = misses([...w.approvals.keys()].sort(), ids.sort(), 'the list of approvals')
  const acts = Map.groupBy(seen.acts, ({ send }) => send)
  for (const found of seen.approvals) {
    const a = w.approvals.get(found.send)
    if (!a) continue
    const { sender, version, chain, outcome, decidedAt } = a
    const row = { sender, version, chain, outcome, decidedAt, acts: a.acts.length }
    problems.push(...misses(row, { ...found }, `the approval of ${a.send}`))
    const before = settled.get(`acts ${a.send}`) ?? 0
    const fresh = a.acts.slice(before).map((act, i) => ({ no: before + i + 1, ...act }))
    const rows = (acts.get(a.send) ?? []).map((act) => ({ ...act }))
    problems.push(...misses(fresh, rows, `what was said of ${a.send}`))
    settled.set(`acts ${a.send}`, a.acts.length)
  }
  return problems
}

/** Every send on behalf names the version that judged it, and the chain it had to pass. */
function compareFiled(w: World, seen: Seen, misses: Misses): string[] {
  const sends = [...w.packets.values(), ...w.transfers.values()].filter(({ org }) => org !== null)
  const found = new Map(seen.filed.map((filed) => [filed.send, filed]))
  const problems = sends.flatMap((send) => {
    const a = w.approvals.get(send.id)
    const row = found.get(send.id)
    const back = send.state === 'undone' || send.state === 'rejected'
    const expected = { org: send.org, version: send.filedBy, chain: a?.chain ?? null, back }
    return misses(expected, row ? { ...row } : null, `the file of ${send.id}`)
  })
  return found.size === sends.length
    ? problems
    : [...problems, `there are ${found.size} files of ${sends.length} sends`]
}
