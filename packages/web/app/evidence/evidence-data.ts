/** Evidence packs on the phone: those that were made, making one, and its file on this device. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type MadePack = Answer<'makeEvidencePack'>
export type PackLine = Answer<'listEvidencePacks'>['items'][number]
export type PackWish = NonNullable<Parameters<ReturnType<typeof service>['makeEvidencePack']>[0]>['body']

/** What stands in an address in place of a packet or transfer: money that was sent on WeChat. */
export const onWechat = 'wechat'

/** The packs of one case, newest first; of every payment on WeChat together. */
export const packsQuery = (about: string) =>
  queryOptions({
    queryKey: ['evidence', about],
    queryFn: async ({ signal }) => {
      const query = about === onWechat ? {} : { sourceId: about }
      const { items } = await service().listEvidencePacks({ query, signal })
      return about === onWechat ? items.filter(({ subject }) => subject === 'outside') : items
    },
  })

/** A pack with what is in it. */
export const packQuery = (id: string) =>
  queryOptions({
    queryKey: ['evidence-pack', id],
    queryFn: ({ signal }) => service().readEvidencePack({ path: { id }, signal }),
    staleTime: Infinity,
  })

/** Fetch a pack's file and hand it over as a download. Gives its name. */
export async function savePack(id: string): Promise<string> {
  const [{ fileName, zip }, { saveFile }] = await Promise.all([
    service().downloadEvidencePack({ path: { id } }),
    import('../advisor/save-file.ts'),
  ])
  const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0))
  saveFile([bytes], 'application/zip', fileName)
  return fileName
}
