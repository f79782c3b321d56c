/** Which page the desk shows: signing in, choosing an organisation, or a page of one. */

import type { ReactElement } from 'react'
import { useSession } from '../app/session/session.ts'
import { useAddress } from './address.ts'
import { Frame } from './shell/Frame.tsx'
import { ChooseOrganisation } from './sign-in/ChooseOrganisation.tsx'
import { SignIn } from './sign-in/SignIn.tsx'

export function Desk(): ReactElement {
  const session = useSession()
  const { parts } = useAddress()
  const [organisationId, page] = parts
  if (!session || organisationId === 'sign-in') return <SignIn />
  if (organisationId === undefined) return <ChooseOrganisation />
  return <Frame key={organisationId} organisationId={organisationId} page={page} />
}
