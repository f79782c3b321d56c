/** What a sender or recipient does about a send afterwards, asked of the service; a "no" is an answer too. */

import type { Laisee } from '@laisee/client/client.ts'
import { recipientOf, type Send, type StepVerb } from './day.ts'

export interface Told {
  /** `done`, the result of a recall, or the code of the "no". */
  answer: string
  /** What came back to the sender, in fen. */
  returned: number
  refused: boolean
}

type Take = (laisee: Laisee, id: string, send: Send) => Promise<Told>

type Settled<Data> = { ok: true; data: Data } | { ok: false; refusal: { code: string } }

function told<Data>(settled: Settled<Data>, back: (data: Data) => number): Told {
  if (!settled.ok) return { answer: settled.refusal.code, returned: 0, refused: true }
  return { answer: 'done', returned: back(settled.data), refused: false }
}

const nothing = (): number => 0
const whatReturned = (packet: { returnedAmount: number | null }): number => packet.returnedAmount ?? 0

const packetSteps: Partial<Record<StepVerb, Take>> = {
  undo: async (laisee, id) => told(await laisee.settle('undoPacket', { path: { id } }), whatReturned),
  async recall(laisee, id) {
    const recalled = await laisee.settle('recallPacket', { path: { id }, body: {} })
    const { returned, ...rest } = told(recalled, ({ returned }) => returned)
    return { ...rest, returned, ...(recalled.ok && { answer: recalled.data.result }) }
  },
  decline: async (laisee, id) => told(await laisee.settle('declinePacket', { path: { id } }), whatReturned),
  pause: async (laisee, id) => told(await laisee.settle('pausePacket', { path: { id } }), nothing),
  release: async (laisee, id) => told(await laisee.settle('releasePacket', { path: { id } }), nothing),
  ask: async (laisee, id) => told(await laisee.settle('askNotToOpenPacket', { path: { id } }), nothing),
}

const transferSteps: Partial<Record<StepVerb, Take>> = {
  undo: async (laisee, id, { total }) =>
    told(await laisee.settle('undoTransfer', { path: { id } }), () => Number(total)),
  recall: async (laisee, id, { total }) =>
    told(await laisee.settle('recallTransfer', { path: { id }, body: {} }), () => Number(total)),
  decline: async (laisee, id, { total }) =>
    told(await laisee.settle('declineTransfer', { path: { id } }), () => Number(total)),
  accept: async (laisee, id) => told(await laisee.settle('acceptTransfer', { path: { id } }), nothing),
}

/** Whose step it is, by the day's id. */
export function whoSteps(send: Send, verb: StepVerb): string {
  return verb === 'decline' || verb === 'accept' ? recipientOf(send.to)! : send.from
}

/** Take a step as whoever it belongs to. */
export function takeStep(laisee: Laisee, id: string, send: Send, verb: StepVerb): Promise<Told> {
  return (send.kind === 'transfer' ? transferSteps : packetSteps)[verb]!(laisee, id, send)
}
