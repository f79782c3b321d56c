import type { Ask, Laisee } from '@laisee/client/client.ts'
import { RefusalError } from '@laisee/client/errors.ts'

/** Send as somebody does who has read what they are asked, if they are asked anything. Gives the transfer's id. */
export async function sendKnowingly(api: Laisee, body: Ask<'sendTransfer'>['body']): Promise<string> {
  try {
    return (await api.sendTransfer({ body })).id
  } catch (error) {
    if (!(error instanceof RefusalError) || error.code !== 'confirmation_needed') throw error
    const { shownHash } = error.problem as unknown as { shownHash: string }
    return (await api.sendTransfer({ body: { ...body, confirmation: { shownHash } } })).id
  }
}
