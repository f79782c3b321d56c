/** The form of a transfer. Nothing filled in is lost by going back or loading anew. */

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { undoDefaultS } from '@laisee/core/member.ts'
import { meQuery } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { useOverLimit } from '../limits/use-near.ts'
import { usePurse } from '../on-behalf/use-purse.ts'
import { draftName, useDraft } from '../send/drafts.ts'
import { problemText, refusedProblem } from '../send/problem-text.ts'
import { isMissing, type Field } from '../send/reading.ts'
import { useHand } from '../send/screen-facts.ts'
import { withMore } from '../send/with-more.ts'
import { SendFoot } from '../send/SendFoot.tsx'
import { useAheadOf } from '../send/use-ahead.ts'
import { useSend } from '../send/use-send.ts'
import { session } from '../session/session.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { PlanFoot } from '../plans/PlanFoot.tsx'
import { useMakePlan } from '../plans/use-make-plan.ts'
import { TransferFields } from './TransferFields.tsx'
import { sendText, whatOf } from './what-of.ts'
import { freshTransfer, readTransferForm, type TransferDraft, type TransferReading } from './transfer-form.ts'

interface TransferFormProps {
  payeeId: string
  canPay: boolean
  /** By which the payee is known. */
  toName: string
}

export function TransferForm({ payeeId, canPay, toName }: TransferFormProps): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  const name = draftName('transfer', payeeId)
  const [draft, change] = useDraft(name, freshTransfer)
  const { reading, purse, undoS, delayS, now } = useReading(draft, payeeId, canPay)
  const onSent = useCallback(
    () => void go({ to: '/chats/$chatId', params: { chatId: payeeId }, replace: true }),
    [go, payeeId],
  )
  const sending = useSend(name, onSent)
  const hand = useHand(payeeId)
  const { amount, body, problems } = reading
  const plan = useMakePlan(name)
  const what = body && reading.way.way !== 'split' ? whatOf(body, reading.way.ladder) : undefined
  const ahead = useAheadOf(draft, what)
  const waits = Boolean(ahead.preview?.approval)
  const refused = refusedProblem(sending.refusal)
  const over = useOverLimit({ amount, onBehalfOf: draft.onBehalfOf })
  const problemAt = (field: Field) => {
    const found = [...problems, ...(refused ? [refused] : [])].find(
      (problem) => problem.field === field && !isMissing(problem),
    )
    return found && problemText(t, found, { paidFrom: purse.kind })
  }
  const edit = (next: Partial<TransferDraft>) => {
    sending.forgetRefusal()
    if (next.amount !== undefined) hand.noteAmount(draft.amount, next.amount)
    change(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body && reading.way.parts) return void plan.make({ body, parts: reading.way.parts })
    if (what && sending.state === 'idle')
      sending.press({ what: withMore(what, hand.seen()), toName, amount: what.body.amount })
  }
  const isOff = sending.state !== 'idle' || plan.isBusy
  const whyNot = problems[0] && problemText(t, problems[0], { paidFrom: purse.kind })
  return (
    <form className="send-form" onSubmit={submit} noValidate>
      <fieldset disabled={isOff}>
        <TransferFields {...{ draft, edit, reading, ahead, usualS: delayS, problemAt, isOff }} />
      </fieldset>
      <Facts reading={reading} waits={waits} undoS={undoS} now={now} />
      {reading.way.way === 'split' ? (
        <PlanFoot plan={plan} count={reading.way.parts?.length} whyNot={whyNot} />
      ) : (
        <SendFoot
          sending={sending}
          refused={refused && problemText(t, refused, { paidFrom: purse.kind })}
          whyNot={whyNot ?? over}
          look="act"
          waits={waits}
        >
          {amount === undefined ? t('transfer.sendNothing') : sendText(t, amount, reading.way.ladder)}
        </SendFoot>
      )}
    </form>
  )
}

function useReading(draft: TransferDraft, payeeId: string, canPay: boolean) {
  const purse = usePurse(draft)
  const { data: me } = useQuery(meQuery)
  const now = useNow(10_000)
  const undoS = me?.undoS ?? undoDefaultS
  const delayS = me?.transferDelayS ?? 0
  const reading = readTransferForm(draft, {
    payeeId,
    myId: session()?.memberId ?? '',
    canPay,
    wallet: purse.wallet ?? { balance: Number.MAX_SAFE_INTEGER, state: 'open' },
    undoS,
    delayS,
    now,
  })
  return { reading, purse, undoS, delayS, now }
}

interface FactsProps {
  reading: TransferReading
  /** It waits for somebody's word before all that. */
  waits: boolean
  undoS: number
  now: number
}

function Facts(props: FactsProps): ReactElement | null {
  const { t } = useTranslation()
  const { delayS, arriveAt, way, amount } = props.reading
  if (way.way === 'split') return <p className="facts">{t('ladder.planFacts')}</p>
  if (way.ladder && amount !== undefined) {
    const { first } = way.ladder
    const data = { seconds: props.undoS, first, rest: amount - first }
    return <p className="facts">{t('ladder.facts', data)}</p>
  }
  if (delayS === undefined || arriveAt === undefined) return null
  const seconds = props.undoS
  if (props.waits) return <p className="facts">{t('onBehalf.undoWaiting', { seconds })}</p>
  return (
    <p className="facts">
      {delayS === 0
        ? `${t('transfer.facts.now', { seconds })}${t('transfer.facts.nowAdvice')}`
        : t('transfer.facts.later', { seconds, at: momentText(t, arriveAt, languageNow(), props.now) })}
    </p>
  )
}
