/** Who approves for whom for a while: one's own stand-in to choose and to end, another's to read. */

import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAtDesk, type Person } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { Moment } from '../parts/Said.tsx'
import { Failure } from '../parts/States.tsx'
import { DelegateDialog } from './DelegateDialog.tsx'
import { useDelegating, useStandIns, type Delegation } from './delegations-data.ts'

/** On a person's page: theirs to change where it is one's own, to read where it is a colleague's. */
export function StandInsOf({ person }: { person: Person }): ReactElement | null {
  const { t } = useTranslation()
  const { memberId } = useAtDesk()
  const { member, state, roles } = person
  const isSelf = member.id === memberId
  const decides = roles.some((role) => role === 'approver' || role === 'administrator')
  const { query, own } = useStandIns(member.id)
  if (state !== 'active' || (!decides && !own)) return null
  return (
    <section className="drawer-part" aria-labelledby="stand-ins">
      <h2 id="stand-ins">{t('deskStandIns.title')}</h2>
      {isSelf ? (
        <OwnStandIn />
      ) : query.isError && !query.data ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <Said delegation={own} none={t('deskStandIns.noneOf', { name: member.name })} />
          <For memberId={member.id} />
        </>
      )}
    </section>
  )
}

/** One's own: who stands in for one now or soon, and the two buttons for it. */
export function OwnStandIn(): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { memberId, has } = useAtDesk()
  const { query, own } = useStandIns(memberId)
  const [isAsking, setAsking] = useState(false)
  const { end } = useDelegating()
  const mayAsk = has('approver') || has('administrator')
  if (query.isError && !query.data)
    return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="stand-in">
      <Said delegation={own} none={t('deskStandIns.none')} />
      {mayAsk && query.data && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t(own ? 'deskStandIns.change' : 'deskStandIns.ask')}
        </Button>
      )}
      {own && (
        <Button
          size="small"
          loading={end.isPending}
          onClick={() => end.mutate(null, { onSuccess: () => void message.success(t('deskStandIns.ended')) })}
        >
          {t('deskStandIns.end')}
        </Button>
      )}
      <For memberId={memberId} />
      {end.isError && <Failure error={end.error} />}
      {isAsking && <DelegateDialog onClose={() => setAsking(false)} />}
    </div>
  )
}

function Said({ delegation, none }: { delegation: Delegation | undefined; none: string }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  if (!delegation) return <span className="second">{none}</span>
  const { toId, since, until } = delegation
  return (
    <span>
      {t('deskStandIns.by', { name: nameOf(toId) })} · <Moment at={since} /> – <Moment at={until} />
    </span>
  )
}

/** For whom this member stands in. */
function For({ memberId }: { memberId: string }): ReactElement | null {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const { others } = useStandIns(memberId)
  if (others.length === 0) return null
  return (
    <ul className="stand-in-for">
      {others.map(({ fromId, since, until }) => (
        <li key={fromId}>
          {t('deskStandIns.for', { name: nameOf(fromId) })} · <Moment at={since} /> – <Moment at={until} />
        </li>
      ))}
    </ul>
  )
}
