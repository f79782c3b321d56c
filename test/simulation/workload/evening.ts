/** The last evening: every duty is done, and everybody looks at everything that is theirs, page by page. */

import type { Ask } from '../asks.ts'
import type { Town } from './sends.ts'

const linesAPage = 9

/** Looks at all that one seed has left. */
export function eveningLooks({ world, dice }: Town): Ask[] {
  const provable = [...world.packets.values()].filter(({ commitment }) => commitment !== null)
  const proofs = provable.map(({ id, payer }): Ask => ({
    route: 'readSplitProof',
    as: payer,
    params: { id },
  }))
  const conversations = [...world.groups.keys(), ...dice.shuffled([...world.members.keys()]).slice(0, 5)]
  const people = dice.shuffled([...world.members.keys()]).slice(0, 3)
  const lists = people.flatMap((as): Ask[] => [
    { route: 'getWallet', as },
    { route: 'listSentPackets', as, query: { limit: '200' } },
    { route: 'listTransfers', as, query: { role: 'sent', limit: '200' } },
    { route: 'listTransfers', as, query: { role: 'received', limit: '200' } },
    { route: 'listEntries', as, query: { limit: String(linesAPage) } },
    { route: 'listChats', as, query: { limit: '200' } },
    { route: 'listMyDisputes', as, query: { limit: '200' } },
    { route: 'listCollections', as, query: { role: 'asked', limit: '200' } },
    { route: 'listCollections', as, query: { role: 'to_pay', limit: '200' } },
    { route: 'listSplitPlans', as, query: { limit: '200' } },
    { route: 'listGuardians', as },
    ...conversations.map((chatId): Ask => ({
      route: 'listChatItems',
      as,
      params: { chatId },
      query: { limit: '200' },
    })),
  ])
  const offices = people.flatMap((as): Ask[] => [
    { route: 'listApprovals', as, query: { box: 'waiting', limit: '200' } },
    { route: 'listApprovals', as, query: { box: 'sent', limit: '200' } },
    ...[...world.organisations.keys()].map((id): Ask => ({ route: 'readOrganisation', as, params: { id } })),
  ])
  const files = [...world.approvals.values()].map(({ send, sender }): Ask => ({
    route: 'readApproval',
    as: sender,
    params: { sendId: send },
  }))
  return [...proofs, ...lists, ...offices, ...files]
}

/** The page of a statement after the one that was just read; undefined at its end. */
export function nextPage({ world }: Town, read: Ask): Ask | undefined {
  const lines = world.statements.get(read.as)!.length
  const below = read.query?.cursor === undefined ? lines + 1 : world.cursors.get(read.query.cursor)!
  const last = below - linesAPage
  const cursor = [...world.cursors].find(([, line]) => line === last)?.[0]
  return last > 1 && cursor !== undefined
    ? { ...read, query: { limit: String(linesAPage), cursor } }
    : undefined
}
