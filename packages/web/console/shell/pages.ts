/** The pages of an organisation, each with how much waits in it. */

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { ApprovalsPage } from '../approvals/ApprovalsPage.tsx'
import { waitingQuery } from '../approvals/approval-data.ts'
import { peopleQuery } from '../data/organisation-data.ts'
import { PeoplePage } from '../people/PeoplePage.tsx'
import { PolicyPage } from '../policy/PolicyPage.tsx'

export const pageNames = ['approvals', 'people', 'policy'] as const
export type PageName = (typeof pageNames)[number]

interface DeskPage {
  Page: ComponentType
  /** The number beside its name; undefined where there is none to say. */
  useCount(organisationId: string): number | undefined
}

export const pages: Readonly<Record<PageName, DeskPage>> = {
  approvals: { Page: ApprovalsPage, useCount: (id) => useQuery(waitingQuery(id)).data?.length },
  people: { Page: PeoplePage, useCount: (id) => useQuery(peopleQuery(id)).data?.length },
  policy: { Page: PolicyPage, useCount: () => undefined },
}

/** Whether a part of the address names a page. */
export function isPageName(part: string): part is PageName {
  return (pageNames as readonly string[]).includes(part)
}
