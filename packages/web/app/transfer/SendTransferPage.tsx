/** Sending a transfer: to whom, first; how much; when it arrives, and until when it can be taken back. */

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isIdOf } from '@laisee/core/ids.ts'
import { Page } from '../../ui/Page.tsx'
import { recipientQuery } from '../people/people-data.ts'
import { OpenPlans } from '../plans/OpenPlans.tsx'
import { ChooseRecipient } from '../send/ChooseRecipient.tsx'
import { NotThere, UnknownRecipient } from '../send/NotThere.tsx'
import { MemberCard } from '../send/RecipientCard.tsx'
import { useBack } from '../shell/back.ts'
import { TransferForm } from './TransferForm.tsx'
import '../send/send.css'

export function SendTransferPage(): ReactElement {
  const { to } = useSearch({ from: '/shell/transfer' })
  if (to === undefined) return <ChooseRecipient path="/transfer" />
  if (isIdOf('member', to)) return <ToMember key={to} id={to} />
  return (
    <Frame>
      <UnknownRecipient />
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const back = useBack()
  return (
    <Page title={t('transfer.title')} onBack={back} className="send">
      {children}
    </Page>
  )
}

function ToMember({ id }: { id: string }): ReactElement {
  const { data: who, error, refetch } = useQuery(recipientQuery(id))
  return (
    <Frame>
      {who ? (
        <>
          <MemberCard who={who} path="/transfer" />
          <OpenPlans payeeId={id} />
          <TransferForm payeeId={id} canPay={who.canPay} toName={who.alias ?? who.name} />
        </>
      ) : (
        <NotThere error={error} onRetry={() => void refetch()} />
      )}
    </Frame>
  )
}
