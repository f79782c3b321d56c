/** The form of a packet. Nothing filled in is lost by going back or loading anew. */

import { useNavigate } from '@tanstack/react-router'
import { useCallback, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverLimit } from '../limits/use-near.ts'
import { spanText } from '../words/moments.ts'
import { draftName, useDraft } from './drafts.ts'
import type { Sent } from './outcome.ts'
import { freshPacket } from './packet-draft.ts'
import type { PacketTo } from './packet-form.ts'
import { PacketFields } from './PacketFields.tsx'
import { problemText, refusedProblem } from './problem-text.ts'
import { isMissing, type Field } from './reading.ts'
import { useHand } from './screen-facts.ts'
import { SendFoot } from './SendFoot.tsx'
import { usePacketReading } from './use-packet.ts'
import { useAheadOf } from './use-ahead.ts'
import { useSend } from './use-send.ts'

interface PacketFormProps {
  to: PacketTo
  /** By which its recipient is known; null for a link. */
  toName: string | null
}

const usuallyS = 86_400

export function PacketForm({ to, toName }: PacketFormProps): ReactElement {
  const { t } = useTranslation()
  const name = draftName('packet', to.kind === 'link' ? 'link' : to.id)
  const [draft, change] = useDraft(name, freshPacket)
  const { reading, purse, undoS } = usePacketReading(draft, to)
  const sending = useSend(name, useOnSent(to))
  const hand = useHand(to.kind === 'link' ? 'link' : to.id)
  const { kind, total, count, body, problems } = reading
  const ahead = useAheadOf(draft, body && { kind: 'packet', body })
  const waits = Boolean(ahead.preview?.approval)
  const paidFrom = purse.kind
  const refused = refusedProblem(sending.refusal, count, kind)
  const over = useOverLimit({ amount: total, count, onBehalfOf: draft.onBehalfOf })
  const problemAt = (field: Field) => {
    const found = [...problems, ...(refused ? [refused] : [])].find(
      (problem) => problem.field === field && !isMissing(problem),
    )
    return found && problemText(t, found, { paidFrom })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body && total !== undefined && sending.state === 'idle')
      sending.press({
        what: { kind: 'packet', body: { ...body, ...hand.seen() } },
        toName,
        amount: Number(total),
      })
  }
  const edit = (next: Partial<typeof draft>) => {
    sending.forgetRefusal()
    if (next.amount !== undefined) hand.noteAmount(draft.amount, next.amount)
    change(next)
  }
  const isOff = sending.state !== 'idle'
  return (
    <form className="send-form" onSubmit={submit} noValidate>
      <fieldset disabled={isOff}>
        <PacketFields {...{ to, draft, edit, reading, ahead, problemAt, isOff }} />
      </fieldset>
      <p className="facts">
        {t(waits ? 'onBehalf.undoWaiting' : 'send.facts.undo', { seconds: undoS })}
        {t('send.facts.expiry', {
          span: spanText(t, (body?.expireAfterS ?? usuallyS) * 1_000),
          paidFrom,
        })}
      </p>
      <SendFoot
        sending={sending}
        refused={refused && problemText(t, refused, { paidFrom })}
        whyNot={problems[0] ? problemText(t, problems[0], { paidFrom }) : over}
        look="packet"
        waits={waits}
      >
        {total === undefined ? t('send.putNothing') : t('send.put', { amount: total })}
      </SendFoot>
    </form>
  )
}

/** Back to where it is seen: the conversation, or, for a link, the packet, from where it is shared. */
function useOnSent(to: PacketTo): (sent: Sent) => void {
  const go = useNavigate()
  const chatId = to.kind === 'link' ? undefined : to.id
  return useCallback(
    (sent: Sent) => {
      if (chatId !== undefined) void go({ to: '/chats/$chatId', params: { chatId }, replace: true })
      else if (sent.kind === 'packet')
        void go({ to: '/packets/$packetId', params: { packetId: sent.packet.id }, replace: true })
    },
    [go, chatId],
  )
}
