/** The packet or transfer that something is about. */

import { useQuery } from '@tanstack/react-query'
import { packetQuery, transferQuery, type Packet, type Transfer } from '../data/queries.ts'
import { isPacket } from './returns-data.ts'
import { sourceOf, type Source } from './source.ts'

export interface SourceFound {
  source: Source | undefined
  /** As the service told it. */
  record: Packet | Transfer | undefined
  error: Error | null
  refetch: () => Promise<unknown>
}

export function useSource(sourceId: string): SourceFound {
  const packet = useQuery({ ...packetQuery(sourceId), enabled: isPacket(sourceId) })
  const transfer = useQuery({ ...transferQuery(sourceId), enabled: !isPacket(sourceId) })
  const { data, refetch } = isPacket(sourceId) ? packet : transfer
  return { source: data && sourceOf(data), record: data, error: packet.error ?? transfer.error, refetch }
}
