/** The evidence packs of a dispute, as its staff make and read them. */

import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type CasePack = Answer<'listDisputePacks'>['items'][number]
export type PackClaim = Ask<'makeDisputePack'>['body']['claim']

const packsAPage = 10

export const packsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'dispute', id, 'packs'],
    queryFn: ({ pageParam, signal }) =>
      service().listDisputePacks({
        path: { id },
        query: { limit: packsAPage, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const useMakingPack = (id: string) =>
  useWrite('make-dispute-pack', (claim: PackClaim) =>
    service().makeDisputePack({ path: { id }, body: { claim } }),
  )

/** Fetch a pack's file and hand it over as a download. Gives its name. */
export async function savePack(id: string, packId: string): Promise<string> {
  const [{ fileName, zip }, { saveFile }] = await Promise.all([
    service().downloadDisputePack({ path: { id, packId } }),
    import('../../app/advisor/save-file.ts'),
  ])
  const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0))
  saveFile([bytes], 'application/zip', fileName)
  return fileName
}
