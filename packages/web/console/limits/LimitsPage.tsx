/** A member's limits and family, for the service's own administrators and auditors: found by id, set by administrators. */

import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isIdOf } from '@laisee/core/ids.ts'
import { RefusalError } from '../../app/data/service.ts'
import { setQuery, useAddress } from '../address.ts'
import { useListKeys } from '../parts/keys.ts'
import { CopyId, PersonName } from '../parts/Said.tsx'
import { Nothing, Read } from '../parts/States.tsx'
import { AgeBand } from './AgeBand.tsx'
import { FamilyPart } from './FamilyPart.tsx'
import { memberFamilyQuery, memberLimitsQuery } from './limits-data.ts'
import { LimitsTable } from './LimitsTable.tsx'

export function LimitsPage(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const memberId = query['member'] ?? ''
  useListKeys([], undefined)
  return (
    <>
      <header className="page-head">
        <h1>{t('deskLimits.title')}</h1>
        <p className="second keys">{t('deskLimits.keys')}</p>
      </header>
      <p className="second">{t('deskLimits.intro')}</p>
      <Find key={memberId} memberId={memberId} />
      {isIdOf('member', memberId) ? (
        <Member key={memberId} memberId={memberId} />
      ) : (
        <Nothing text={t(memberId === '' ? 'deskLimits.nobodyYet' : 'deskLimits.idWrong')} />
      )}
    </>
  )
}

/** Whose limits: the id, typed or pasted, stands in the address once it is asked for. */
function Find({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(memberId)
  const [isWrong, setWrong] = useState(false)
  const find = (event: FormEvent) => {
    event.preventDefault()
    const id = typed.trim()
    if (isIdOf('member', id)) setQuery({ member: id }, 'push')
    else setWrong(true)
  }
  return (
    <form className="filters" role="search" aria-label={t('deskLimits.find')} onSubmit={find} noValidate>
      <Input
        allowClear
        className="member-id"
        spellCheck={false}
        value={typed}
        placeholder={t('deskLimits.memberId')}
        aria-label={t('deskLimits.memberId')}
        aria-invalid={isWrong}
        aria-describedby="member-id-says"
        {...(isWrong && { status: 'error' as const })}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
        }}
      />
      <Button htmlType="submit" type="primary">
        {t('deskLimits.show')}
      </Button>
      <span id="member-id-says" role="status" className={isWrong ? 'says-wrong' : 'second'}>
        {t(isWrong ? 'deskLimits.idWrong' : 'deskLimits.idHint')}
      </span>
    </form>
  )
}

function Member({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation()
  const family = useQuery(memberFamilyQuery(memberId))
  const limits = useQuery(memberLimitsQuery(memberId))
  const isGone = [family.error, limits.error].some(
    (error) => error instanceof RefusalError && error.code === 'not_found',
  )
  if (isGone) return <Nothing text={t('deskLimits.nobody')} />
  const { data } = family
  return (
    <>
      <section className="card member-head" aria-label={t('deskLimits.whose')}>
        {data && <PersonName {...data.member} />}
        <CopyId id={memberId} />
      </section>
      <Read query={limits}>
        {(read) => (
          <>
            <LimitsTable memberId={memberId} name={data?.member.name ?? ''} limits={read} />
            <AgeBand memberId={memberId} name={data?.member.name ?? ''} limits={read} />
          </>
        )}
      </Read>
      <Read query={family}>{(read) => <FamilyPart family={read} />}</Read>
    </>
  )
}
