/** Giving back what nobody has asked for: whole or in part, to the account it came from and to no other. */

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { buzz } from '../../ui/haptics.ts'
import { Page } from '../../ui/Page.tsx'
import { say } from '../../ui/Toasts.tsx'
import { usePersonName } from '../data/people-names.ts'
import { walletQuery, type Packet, type Transfer } from '../data/queries.ts'
import { UnansweredError } from '../data/service.ts'
import { AmountField } from '../send/AmountField.tsx'
import { draftName, forgetDraft, useDraft } from '../send/drafts.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { heldOf } from './held.ts'
import { readPart } from './read-part.ts'
import { aboutQuery } from './returns-data.ts'
import { useGive } from './use-give.ts'
import { useSource } from './use-source.ts'
import './returns.css'

export function GivePage(): ReactElement {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/shell/returns/give/$sourceId' })
  const back = useBack('/returns')
  const { record, error } = useSource(sourceId)
  const about = useQuery(aboutQuery(sourceId))
  const failed = error ?? about.error
  return (
    <Page title={t('returnAnswer.give.title')} onBack={back} className="returns">
      {record && about.data ? (
        <Body record={record} held={heldOf(record, about.data.at(-1)?.held)} />
      ) : failed === null ? (
        <>
          <Skeleton height={120} />
          <Skeleton height={148} />
        </>
      ) : isRefusal(failed) ? (
        <Nothing />
      ) : (
        <Failed onRetry={() => void about.refetch()} />
      )}
    </Page>
  )
}

function Nothing(): ReactElement {
  const { t } = useTranslation()
  return (
    <Empty icon="search" title={t('returnAnswer.give.none')}>
      <p>{t('returnAnswer.give.noneText')}</p>
    </Empty>
  )
}

function Head({ payerId, name, held }: { payerId: string; name: string; held: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="cells return-head">
      <Avatar id={payerId} name={name} size={56} />
      <h2 dir="auto">{t('returnAnswer.give.from', { name })}</h2>
      <Amount fen={held} big />
      <p className="return-says" dir="auto">
        {t('returnAnswer.give.says', { name })}
      </p>
    </section>
  )
}

interface WholeOrPartProps {
  held: number
  isPart: boolean
  onChange: (isPart: boolean) => void
}

function WholeOrPart({ held, isPart, onChange }: WholeOrPartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="cells">
      <h2 className="choices-title">{t('returnAnswer.give.amount')}</h2>
      <Choices
        label={t('returnAnswer.give.amount')}
        value={isPart ? 'part' : 'whole'}
        onChange={(choice) => onChange(choice === 'part')}
        options={[
          { value: 'whole', label: t('returnAnswer.give.whole', { amount: held }) },
          { value: 'part', label: t('returnAnswer.give.part') },
        ]}
      />
    </div>
  )
}

function Body({ record, held }: { record: Packet | Transfer; held: number }): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  const name = usePersonName(record.payerId, 'payer' in record ? record.payer.name : undefined)
  const draft = draftName('return', `${record.id}.give`)
  const [{ isPart, typed }, change] = useDraft(draft, { isPart: false, typed: '' })
  const wallet = useQuery(walletQuery)
  const give = useGive({ id: '', about: record.id, open: false })
  if (held === 0) return <Nothing />
  const { amount = undefined, problem } = isPart
    ? readPart(typed, held)
    : { amount: BigInt(held), problem: undefined }
  const balance = wallet.data?.balance
  const isPoor = balance !== undefined && amount !== undefined && balance < amount
  const act = () => {
    if (amount === undefined) return
    give.mutate(Number(amount), {
      onSuccess: ({ id }) => {
        forgetDraft(draft)
        buzz()
        say(t('returnAnswer.give.done', { amount }))
        void go({ to: '/returns/$requestId', params: { requestId: id }, replace: true })
      },
    })
  }
  return (
    <form className="send-form" onSubmit={(event) => event.preventDefault()}>
      <Head payerId={record.payerId} name={name} held={held} />
      <WholeOrPart held={held} isPart={isPart} onChange={(next) => change({ isPart: next })} />
      {isPart && (
        <AmountField
          label={t('returnAnswer.give.partLabel')}
          value={typed}
          onChange={(next) => change({ typed: next })}
          amount={amount}
          problem={
            problem === 'aboveLeft'
              ? t('returns.ask.aboveLeft', { left: held })
              : problem && t('returns.ask.amountWrong')
          }
          disabled={false}
        />
      )}
      <p className="facts">{t('returnAnswer.safe.scam')}</p>
      <div className="send-foot">
        {isPoor && (
          <p className="notice" data-tone="hold">
            <span>{t('returnAnswer.give.poor', { balance })}</span>
          </p>
        )}
        {give.error && (
          <p className="notice" data-tone="warn" role="alert">
            {give.error instanceof UnansweredError
              ? t('returnAnswer.give.unanswered')
              : failureText(give.error)}
          </p>
        )}
        <Button look="act" wide disabled={amount === undefined || isPoor} busy={give.isPending} onClick={act}>
          {amount === undefined ? t('returnAnswer.give.doNothing') : t('returnAnswer.give.do', { amount })}
        </Button>
      </div>
    </form>
  )
}
