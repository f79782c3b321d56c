/** The family: allowances given and held, and guardian alerts. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { Given, Held } from './Allowances.tsx'
import { FamilyWaiting } from './FamilyWaiting.tsx'
import { Guardians } from './Guardians.tsx'
import { familiesQuery, guardiansQuery } from './limits-data.ts'
import './limits.css'

export function FamilyPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/settings')
  const families = useQuery(familiesQuery)
  const guardians = useQuery(guardiansQuery)
  const failed = [families, guardians].find(({ isError, data }) => isError && !data)
  return (
    <Page title={t('limits.family')} className="limits" onBack={back}>
      {failed ? (
        <Failed
          onRetry={() => {
            void families.refetch()
            void guardians.refetch()
          }}
        >
          {failureText(failed.error)}
        </Failed>
      ) : (
        <>
          <FamilyWaiting />
          {families.data ? (
            <>
              <Held families={families.data.held} />
              <Given families={families.data.given} />
            </>
          ) : (
            <Skeleton height={96} count={2} />
          )}
          {guardians.data ? <Guardians {...guardians.data} /> : <Skeleton height={150} />}
        </>
      )}
    </Page>
  )
}
