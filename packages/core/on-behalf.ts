/** Whose money a send is: the payer's own, a family's allowance, or that of an organisation they act for. */

/** What a packet's and a transfer's row say of it. */
export interface PaidFrom {
  familyId: string | null
  paidFromId: string | null
}

/** The organisation a send was made for; null where it was not. */
export function organisationOf({ familyId, paidFromId }: PaidFrom): string | null {
  return familyId === null ? paidFromId : null
}
