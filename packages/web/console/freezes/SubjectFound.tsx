/** Whose money an id is, before anything is frozen: an id that was pasted wrongly shows somebody else's name. */

import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Descriptions } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/StateChip.tsx'
import { Money, PersonName } from '../parts/Said.tsx'
import { Failure } from '../parts/States.tsx'
import type { FreezeSubject } from './freezes-data.ts'

interface SubjectFoundProps {
  subject: UseQueryResult<FreezeSubject>
  /** The sum that is to be frozen; undefined where it is not a sum. */
  sum: bigint | undefined
}

export function SubjectFound({ subject, sum }: SubjectFoundProps): ReactElement | null {
  if (subject.isError) return <Failure error={subject.error} onRetry={() => void subject.refetch()} />
  return subject.data ? <Found subject={subject.data} sum={sum} /> : null
}

function Found({ subject, sum }: { subject: FreezeSubject; sum: bigint | undefined }): ReactElement {
  const { t } = useTranslation()
  const { ownerId, ownerName, wallet, packet, freezes } = subject
  const items = [
    {
      key: 'owner',
      label: t('deskFreezes.add.found.owner'),
      children: <PersonName id={ownerId} name={ownerName} />,
    },
    ...(wallet
      ? [
          {
            key: 'balance',
            label: t('deskFreezes.add.found.balance'),
            children: <Money fen={wallet.balance} />,
          },
        ]
      : []),
    ...(wallet && wallet.frozen > 0
      ? [{ key: 'frozen', label: t('deskFreezes.add.found.frozen'), children: <Money fen={wallet.frozen} /> }]
      : []),
    ...(packet
      ? [
          { key: 'left', label: t('deskFreezes.add.found.left'), children: <Money fen={packet.left} /> },
          {
            key: 'state',
            label: t('deskFreezes.add.found.state'),
            children: <StateChip state={packet.state} />,
          },
        ]
      : []),
  ]
  const balance = wallet?.balance ?? 0
  const short = sum !== undefined && wallet ? Number(sum) - balance : 0
  return (
    <div className="subject-found" aria-live="polite">
      <Descriptions column={1} items={items} />
      {freezes.length > 0 && <p>{t('deskFreezes.add.already', { count: freezes.length })}</p>}
      {short > 0 && (
        <Alert type="warning" showIcon title={t('deskFreezes.add.tooMuch', { balance, short })} />
      )}
    </div>
  )
}
