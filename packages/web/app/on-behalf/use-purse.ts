/** Whose money pays a send: what its sender may choose from, and what is known of what they have chosen. */

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { usePersonNames } from '../data/people-names.ts'
import { purseOfAsk, type Purse } from '../data/purse.ts'
import { walletQuery } from '../data/queries.ts'
import { familiesQuery } from '../limits/limits-data.ts'
import type { PurseDraft } from '../send/purse-fields.ts'
import { organisationQuery, organisationsQuery } from './on-behalf-data.ts'

export interface PurseOption extends PurseDraft {
  kind: Purse
  /** Whose it is: who gave the allowance, or what the organisation is called; empty for one's own. */
  name: string
  /** Fen that an allowance leaves this month. */
  left: number | undefined
}

const ownPurse: PurseOption = { kind: 'own', paidFrom: '', onBehalfOf: '', name: '', left: undefined }

/** One's own wallet, the allowances one holds, and the organisations one may send for; and whether all are known. */
export function usePurseOptions(): { options: readonly PurseOption[]; isKnown: boolean } {
  const { data: families } = useQuery(familiesQuery)
  const { data: places } = useQuery(organisationsQuery)
  const held = (families?.held ?? []).filter(({ state }) => state === 'active')
  const givers = usePersonNames(held.map(({ giver }) => giver))
  const sendsFor = (places ?? []).filter(
    ({ state, roles, suspended }) => state === 'active' && roles.includes('sender') && !suspended,
  )
  const options: PurseOption[] = [
    ownPurse,
    ...held.map(({ id, left }, i) => ({
      kind: 'family' as const,
      paidFrom: id,
      onBehalfOf: '',
      name: givers[i]!,
      left,
    })),
    ...sendsFor.map(({ organisationId, name }) => ({
      kind: 'organisation' as const,
      paidFrom: '',
      onBehalfOf: organisationId,
      name,
      left: undefined,
    })),
  ]
  return { options, isKnown: families !== undefined && places !== undefined }
}

/** Whether a draft is paid from this. */
export function isPaidFrom(draft: PurseDraft, option: PurseDraft): boolean {
  return draft.paidFrom === option.paidFrom && draft.onBehalfOf === option.onBehalfOf
}

/** A choice that is no longer one's own to make falls back to one's own wallet. */
export function useGivesUp(draft: PurseDraft, onChoose: (purse: PurseDraft) => void): void {
  const { options, isKnown } = usePurseOptions()
  const isGone = isKnown && !options.some((option) => isPaidFrom(draft, option))
  useEffect(() => {
    if (isGone) onChoose({ paidFrom: '', onBehalfOf: '' })
  }, [isGone, onChoose])
}

export interface PurseNow extends PurseOption {
  /** What is in it, where this device may know: the service decides where it may not. */
  wallet: { balance: number; state: 'open' | 'frozen' } | undefined
}

/** The purse of a draft as it is now. */
export function usePurse(draft: PurseDraft): PurseNow {
  const { options } = usePurseOptions()
  const { data: own } = useQuery(walletQuery)
  const { data: organisation } = useQuery({
    ...organisationQuery(draft.onBehalfOf),
    enabled: draft.onBehalfOf !== '',
  })
  const chosen = options.find((option) => isPaidFrom(draft, option))
  const known = chosen ?? { ...ownPurse, ...draft, kind: purseOfAsk(draft) }
  const wallets = { own, family: undefined, organisation: organisation?.wallet ?? undefined }
  return { ...known, wallet: wallets[known.kind] }
}
