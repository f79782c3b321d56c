/** Before a verb of a transfer: what happens to the money. Then it is done once, and what it did is said. */

import { newKey } from '@laisee/client/new-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { purseOf } from '../data/purse.ts'
import { transferQuery, type Transfer } from '../data/queries.ts'
import { isFinalNo } from '../data/final-no.ts'
import { RecallWhy } from '../on-behalf/RecallWhy.tsx'
import { useWhy } from '../on-behalf/use-why.ts'
import { service, UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'

/** What is asked about here; a hold is ended on its own card (held/HeldCard.tsx). */
export type Verb = Exclude<Transfer['may'][number], 'end_hold'>

interface VerbSheetProps {
  transfer: Transfer
  /** What is asked about; nothing while the sheet is closed. */
  verb: Verb | undefined
  onClose: () => void
}

const looks = {
  undo: 'packet',
  recall: 'packet',
  accept: 'act',
  decline: 'warn',
} as const

async function doVerb(
  verb: Verb,
  id: string,
  idempotencyKey: string,
  body: { note?: string },
): Promise<Transfer> {
  const ask = { path: { id }, idempotencyKey }
  if (verb === 'undo') return service().undoTransfer(ask)
  if (verb === 'accept') return service().acceptTransfer(ask)
  if (verb === 'decline') return service().declineTransfer(ask)
  return (await service().recallTransfer({ ...ask, body })).transfer
}

export function VerbSheet({ transfer, verb, onClose }: VerbSheetProps): ReactElement {
  const { t } = useTranslation()
  // While the sheet leaves, it still says what it said.
  const last = useRef<Verb>('undo')
  if (verb !== undefined) last.current = verb
  const shown = verb ?? last.current
  const { isBusy, error, run, forget } = useVerb(transfer, onClose)
  const { amount, delayS } = transfer
  const close = () => {
    forget()
    onClose()
  }
  const asks = shown === 'accept' && delayS > 0 ? 'acceptLater' : shown
  const says = useLadderSays(transfer, shown)
  const why = useWhy(transfer)
  const press = () => {
    if (shown === 'recall') why.press((note) => void run(shown, note))
    else void run(shown)
  }
  return (
    <Sheet
      open={verb !== undefined}
      onClose={close}
      title={says?.title ?? t(`transfer.ask.${asks}.title`)}
      says={says?.text ?? t(`transfer.ask.${asks}.text`, { amount, paidFrom: purseOf(transfer) })}
    >
      {shown === 'recall' && why.isNeeded && <RecallWhy {...why.field} />}
      {error !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look={looks[shown]} busy={isBusy} onClick={press}>
          {says && shown === 'accept' ? t('ladder.do.accept') : t(`transfer.do.${shown}`)}
        </Button>
      </div>
    </Sheet>
  )
}

/** What a verb means for half of a ladder; nothing for any other transfer. */
function useLadderSays(
  { ladder, ...send }: Transfer,
  verb: Verb,
): { title: string; text: string } | undefined {
  const { t } = useTranslation()
  if (!ladder || (verb !== 'undo' && ladder.part === 'first')) return undefined
  const { first, rest } = ladder
  const data = { first, rest, amount: first + rest, paidFrom: purseOf(send) }
  return { title: t(`ladder.ask.${verb}.title`, data), text: t(`ladder.ask.${verb}.text`, data) }
}

function useVerb(transfer: Transfer, onDone: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  // A press keeps its key until it is answered.
  const keys = useRef(new Map<Verb, string>())
  const run = async (verb: Verb, body: { note?: string } = {}) => {
    const key = keys.current.get(verb) ?? newKey()
    keys.current.set(verb, key)
    setBusy(true)
    setError(undefined)
    try {
      const answered = await doVerb(verb, transfer.id, key, body)
      queries.setQueryData(transferQuery(transfer.id).queryKey, answered)
      keys.current.delete(verb)
      buzz()
      const { ladder } = transfer
      const paidFrom = purseOf(transfer)
      if (ladder && verb === 'undo') say(t('ladder.undone', { amount: ladder.first + ladder.rest, paidFrom }))
      else say(t(`transfer.done.${verb}`, { amount: transfer.amount, paidFrom }))
      onDone()
    } catch (failure) {
      if (isFinalNo(failure)) keys.current.delete(verb)
      setError(failure instanceof UnansweredError ? t('transfer.unanswered') : failureText(failure))
    }
    setBusy(false)
    const other = transfer.ladder ? [['transfer', transfer.ladder.otherId]] : []
    for (const queryKey of [
      ...other,
      ['transfer', transfer.id],
      ['wallet'],
      ['sends'],
      ['chats'],
      ['chat-items'],
    ])
      void queries.invalidateQueries({ queryKey })
  }
  return { isBusy, error, run, forget: () => setError(undefined) }
}
