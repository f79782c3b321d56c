/**
 * Who stands on the side that is paid back. It is whoever sent the money; of what an organisation paid, an administrator
 * of it once its sender has left, for the money goes back to the organisation and nobody else could answer for it.
 */

import { overRefusal } from './instalment-verbs.ts'
import type { Instalments } from './instalments.ts'
import { holds, isActive, type Membership } from './organisation.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { decideAskForOrganisation } from './sends-on-behalf.ts'

/** May somebody still speak as the creditor of what an organisation paid: its sender, or an administrator in their place? */
export function standsAsCreditor(payerId: string, own: Membership | undefined): boolean {
  return own?.memberId === payerId ? isActive(own) : holds(own, 'administrator')
}

/**
 * May this administrator stand in the creditor's place? Once the sender has left; another administrator who has done so is
 * no bar, for they do the same work. Whoever owes is never on both sides. Refuses in the order of the registry.
 */
export function decideTakeOver(
  instalments: Instalments,
  own: Membership | undefined,
  sender: Membership | undefined,
): 'take_over' | Refusal {
  const may = decideAskForOrganisation(own, sender)
  if (isRefusal(may)) return may
  if (own!.memberId === instalments.debtorId) return refuse('self_not_allowed')
  return overRefusal(instalments) ?? 'take_over'
}

/**
 * Who is paid back where whoever owes proposes first and the sender has left: the administrator who asked for it, else
 * the first of them by their ids; the sender where there is none.
 */
export function creditorInPlace(
  payerId: string,
  debtorId: string,
  { askerId, people }: { askerId: string | undefined; people: readonly Membership[] },
): string {
  const able = people
    .filter((one) => one.memberId !== debtorId && holds(one, 'administrator'))
    .map(({ memberId }) => memberId)
    .sort()
  return able.find((memberId) => memberId === askerId) ?? able[0] ?? payerId
}
