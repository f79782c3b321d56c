/** The pages of an organisation, each with how much waits in it. */

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import { sendReaders } from '@laisee/core/sends-on-behalf.ts'
import { ApprovalsPage } from '../approvals/ApprovalsPage.tsx'
import { waitingQuery } from '../approvals/approval-data.ts'
import { peopleQuery, type Organisation } from '../data/organisation-data.ts'
import { unassignedQuery } from '../disputes/disputes-data.ts'
import { DisputesPage } from '../disputes/DisputesPage.tsx'
import { appealedQuery } from '../freezes/freezes-data.ts'
import { FreezesPage } from '../freezes/FreezesPage.tsx'
import { LimitsPage } from '../limits/LimitsPage.tsx'
import { LogPage } from '../log/LogPage.tsx'
import { PeoplePage } from '../people/PeoplePage.tsx'
import { PolicyPage } from '../policy/PolicyPage.tsx'
import { ReportsPage } from '../reports/ReportsPage.tsx'
import { SendsPage } from '../sends/SendsPage.tsx'

export const pageNames = [
  'disputes',
  'freezes',
  'reports',
  'limits',
  'approvals',
  'sends',
  'people',
  'policy',
  'log',
] as const
export type PageName = (typeof pageNames)[number]

interface DeskPage {
  Page: ComponentType
  /** The number beside its name; undefined where there is none to say. */
  useCount(organisationId: string): number | undefined
  /** Whom it has anything to show; everybody where nothing is said. */
  isFor?(roles: readonly OrganisationRole[], organisation: Organisation): boolean
}

/** The service's own staff: dispute agents, and auditors, who only read. */
const isForStaff: DeskPage['isFor'] = (roles, { house }) =>
  house && (roles.includes('dispute_agent') || roles.includes('auditor'))

/** The whole list is read for it: every half minute is enough where nobody works on it. */
const countEveryMs = 30_000

const useWaitingCount = (id: string) =>
  useQuery({ ...waitingQuery(id), refetchInterval: countEveryMs }).data?.length

export const pages: Readonly<Record<PageName, DeskPage>> = {
  disputes: {
    Page: DisputesPage,
    useCount: () => useQuery(unassignedQuery).data,
    isFor: isForStaff,
  },
  freezes: { Page: FreezesPage, useCount: () => useQuery(appealedQuery).data, isFor: isForStaff },
  reports: { Page: ReportsPage, useCount: () => undefined, isFor: isForStaff },
  limits: {
    Page: LimitsPage,
    useCount: () => undefined,
    isFor: (roles, { house }) => house && (roles.includes('administrator') || roles.includes('auditor')),
  },
  approvals: { Page: ApprovalsPage, useCount: useWaitingCount },
  sends: {
    Page: SendsPage,
    useCount: () => undefined,
    isFor: (roles) => sendReaders.some((role) => roles.includes(role)),
  },
  people: { Page: PeoplePage, useCount: (id) => useQuery(peopleQuery(id)).data?.length },
  policy: { Page: PolicyPage, useCount: () => undefined },
  log: {
    Page: LogPage,
    useCount: () => undefined,
    isFor: (roles, { house }) => house && roles.includes('auditor'),
  },
}

/** Whether a part of the address names a page. */
export function isPageName(part: string): part is PageName {
  return (pageNames as readonly string[]).includes(part)
}
