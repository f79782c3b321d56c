/** Who may be on the other side of a dispute about a payment: the payer for whoever has of it, each of those for the payer. */

import { useQuery } from '@tanstack/react-query'
import { packetQuery, transferQuery } from '../data/queries.ts'
import { claimsQuery } from '../packet/packet-data.ts'
import { session } from '../session/session.ts'

export interface Side {
  id: string
  /** Their own name, where it came along. */
  name: string | undefined
  /** What is in dispute with them, in fen; null where it is not known yet. */
  amount: number | null
}

export interface Sides {
  /** Undefined while it is read; none where nobody has the money. */
  sides: readonly Side[] | undefined
  isPayer: boolean
  error: Error | null
  refetch: () => void
}

export function useSides(sourceId: string): Sides {
  const packet = usePacketSides(sourceId, sourceId.startsWith('pkt_'))
  const transfer = useTransferSides(sourceId, !sourceId.startsWith('pkt_'))
  return sourceId.startsWith('pkt_') ? packet : transfer
}

function usePacketSides(id: string, enabled: boolean): Sides {
  const me = session()?.memberId
  const packet = useQuery({ ...packetQuery(id), enabled })
  const { data } = packet
  const isPayer = data?.payerId === me
  const claims = useQuery({ ...claimsQuery(id, data?.total !== null), enabled: enabled && isPayer })
  const refetch = () => void Promise.all([packet.refetch(), isPayer ? claims.refetch() : undefined])
  const error = packet.error ?? (isPayer ? claims.error : null)
  if (data === undefined || (isPayer && claims.data === undefined))
    return { sides: undefined, isPayer, error, refetch }
  if (!isPayer) {
    const payer = { id: data.payerId, name: data.payer.name, amount: data.myShare?.amount ?? null }
    return { sides: data.myShare ? [payer] : [], isPayer, error, refetch }
  }
  const sides = claims
    .data!.filter(({ memberId }) => memberId !== me)
    .map(({ memberId, member, amount }) => ({ id: memberId, name: member.name, amount }))
  return { sides, isPayer, error, refetch }
}

function useTransferSides(id: string, enabled: boolean): Sides {
  const me = session()?.memberId
  const { data, error, refetch } = useQuery({ ...transferQuery(id), enabled })
  const isPayer = data?.payerId === me
  const again = () => void refetch()
  if (data === undefined) return { sides: undefined, isPayer, error, refetch: again }
  const side = { id: isPayer ? data.payeeId : data.payerId, name: undefined, amount: data.amount }
  return { sides: data.state === 'arrived' ? [side] : [], isPayer, error, refetch: again }
}
