/** The two verbs of a held send: each is pressed under one key until it is answered, and what it did is said. */

import { newKey } from '@laisee/client/new-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buzz } from '../../ui/haptics.ts'
import { say } from '../../ui/Toasts.tsx'
import { isFinalNo } from '../data/final-no.ts'
import { packetQuery, transferQuery } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { sendOfPacket, sendOfTransfer } from '../send/sends-data.ts'
import { putSend } from '../send/undo-send.ts'
import { failureText } from '../words/failure.ts'
import type { HeldSend } from './held-send.ts'

type HeldVerb = 'undo' | 'end'

export function useHeldVerbs(send: HeldSend) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<HeldVerb>()
  // A press keeps its key until it is answered.
  const keys = useRef(new Map<HeldVerb, string>())

  async function ask(verb: HeldVerb, idempotencyKey: string): Promise<void> {
    const to = { path: { id: send.id }, idempotencyKey }
    if (send.kind === 'packet') {
      const packet = await (verb === 'undo' ? service().undoPacket(to) : service().endPacketHold(to))
      queries.setQueryData(packetQuery(send.id).queryKey, packet)
      putSend(queries, sendOfPacket(packet))
    } else {
      const transfer = await (verb === 'undo' ? service().undoTransfer(to) : service().endTransferHold(to))
      queries.setQueryData(transferQuery(send.id).queryKey, transfer)
      putSend(queries, sendOfTransfer(transfer))
    }
  }

  const run = async (verb: HeldVerb) => {
    if (busy !== undefined) return
    setBusy(verb)
    const key = keys.current.get(verb) ?? newKey()
    keys.current.set(verb, key)
    try {
      await ask(verb, key)
      keys.current.delete(verb)
      buzz()
      const { amount, paidFrom } = send
      say(verb === 'undo' ? t('held.undone', { amount, paidFrom }) : t('held.ended'))
    } catch (error) {
      if (isFinalNo(error)) keys.current.delete(verb)
      say(failureText(error), 'warn')
    }
    setBusy(undefined)
    for (const queryKey of [[send.kind, send.id], ['wallet'], ['sends'], ['chats'], ['chat-items']])
      void queries.invalidateQueries({ queryKey })
  }
  return { busy, undo: () => void run('undo'), end: () => void run('end') }
}
