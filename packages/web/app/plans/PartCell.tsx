/** One part of a plan: sent by its own press, after its own question; then the transfer that it became. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { undoDefaultS } from '@laisee/core/member.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellInside } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateChip } from '../../ui/StateChip.tsx'
import { meQuery } from '../data/queries.ts'
import { draftName } from '../send/drafts.ts'
import { problemText, refusedProblem } from '../send/problem-text.ts'
import { SendQuestions } from '../send/SendFoot.tsx'
import { sendsQuery } from '../send/sends-data.ts'
import { useSend } from '../send/use-send.ts'
import type { Part, Plan } from './progress.ts'

interface PartCellProps {
  plan: Plan
  part: Part
  /** By which the payee is known. */
  name: string
  isOver: boolean
}

export function PartCell(props: PartCellProps): ReactElement {
  const { t } = useTranslation()
  const { part, isOver } = props
  const { no, amount, transfer } = part
  const label = t('ladder.plan.part', { no })
  if (transfer)
    return (
      <Link
        to="/transfers/$transferId"
        params={{ transferId: transfer.id }}
        className="cell"
        aria-label={`${t('ladder.plan.look', { no })} ${t('common.yuan', { amount })}`}
      >
        <CellInside
          label={label}
          note={<Amount fen={amount} />}
          end={<StateChip state={transfer.state} />}
          leads
        />
      </Link>
    )
  if (isOver) return <Cell label={label} note={<Amount fen={amount} />} end={t('ladder.plan.notSent')} />
  return <SendPart {...props} />
}

function SendPart({ plan, part, name }: PartCellProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [asks, setAsks] = useState(false)
  const { no, amount } = part
  const onSent = useCallback(
    () => void queries.invalidateQueries({ queryKey: sendsQuery.queryKey }),
    [queries],
  )
  const sending = useSend(draftName('transfer', `${plan.id}.${no}`), onSent)
  const refused = refusedProblem(sending.refusal)
  const press = () => {
    setAsks(false)
    const transfer = { payeeId: plan.payeeId, amount }
    sending.press({ what: { kind: 'part', planId: plan.id, no, transfer, body: {} }, toName: name, amount })
  }
  return (
    <>
      <Cell
        label={t('ladder.plan.part', { no })}
        note={<Amount fen={amount} />}
        end={
          <Button
            small
            look="act"
            busy={sending.state === 'asking' || sending.state === 'sent'}
            aria-label={t('ladder.plan.sendLabel', { no, amount })}
            whyNot={sending.state === 'open' ? t('send.problems.pending') : undefined}
            onClick={() => setAsks(true)}
          >
            {t('ladder.plan.send')}
          </Button>
        }
      />
      {refused && (
        <p className="field-error" role="alert">
          {problemText(t, refused)}
        </p>
      )}
      <Sheet
        open={asks}
        onClose={() => setAsks(false)}
        title={t('ladder.plan.sheetTitle', { no })}
        says={t('ladder.plan.sheetText', { name, amount, seconds: me?.undoS ?? undoDefaultS })}
      >
        <div className="buttons beside">
          <Button onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
          <Button look="act" onClick={press}>
            {t('transfer.send', { amount })}
          </Button>
        </div>
      </Sheet>
      <SendQuestions sending={sending} waits={false} />
    </>
  )
}
