/** From which sum on one's own sends ask for a passkey. What protects less asks for one itself. */

import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'
import type { Answer } from '@laisee/client/client.ts'
import { Cells } from '../../ui/Cells.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { stepUpQuery } from './passkeys-data.ts'
import type { Proving } from './use-proved.ts'

interface FromSumProps {
  from: Answer<'getStepUp'>
  hasKey: boolean
  proving: Proving
}

/** What a screen proposes to whoever turns it on, in fen. */
const proposedFrom = 50_000

export function FromSum({ from, hasKey, proving }: FromSumProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const { fromAmount, byAge } = from
  const save = (next: number | null) => {
    setProblem(undefined)
    proving.start({
      ask: { setStepUp: { fromAmount: next } },
      facts: next === null ? t('passkeys.facts.fromNone') : t('passkeys.facts.from', { amount: next }),
      async run(stepUp) {
        const saved = await service().setStepUp({ body: { fromAmount: next, ...(stepUp && { stepUp }) } })
        queries.setQueryData(stepUpQuery.queryKey, saved)
        say(t('settings.saved'))
      },
      onFailed: (error) => setProblem(failureText(error)),
    })
  }
  return (
    <>
      <Cells title={t('passkeys.from.title')} {...(byAge === null ? {} : { foot: t('passkeys.from.byAge') })}>
        <SwitchRow
          label={t('passkeys.from.label')}
          note={t(hasKey ? 'passkeys.from.note' : 'passkeys.from.noteNone')}
          checked={fromAmount !== null}
          disabled={!hasKey || proving.isBusy}
          onChange={(on) => save(on ? proposedFrom : null)}
        />
        {fromAmount !== null && <SumField key={fromAmount} from={fromAmount} save={save} />}
      </Cells>
      {problem !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function SumField({ from, save }: { from: number; save: (amount: number) => void }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(amountForField(BigInt(from)))
  const reading = readAmountInput(text)
  const amount = 'amount' in reading && reading.amount > 0n ? Number(reading.amount) : undefined
  const done = () => amount !== undefined && amount !== from && save(amount)
  return (
    <>
      <div className="field-row cell">
        <label htmlFor="step-up-from">{t('passkeys.from.field')}</label>
        <input
          id="step-up-from"
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="done"
          dir="ltr"
          maxLength={40}
          value={text}
          aria-invalid={amount === undefined}
          aria-describedby={amount === undefined ? 'step-up-from-error' : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={done}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </div>
      {amount === undefined && (
        <p className="field-error" id="step-up-from-error" role="alert">
          {t('passkeys.from.wrong')}
        </p>
      )}
    </>
  )
}
