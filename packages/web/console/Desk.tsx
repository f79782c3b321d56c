/** Which page the desk shows: signing in, choosing an organisation, or a page of one. */

import type { ReactElement } from 'react'
import { isIdOf } from '@laisee/core/ids.ts'
import { useSession } from '../app/session/session.ts'
import { useAddress } from './address.ts'
import { Frame } from './shell/Frame.tsx'
import { LostDoor } from './shell/Lost.tsx'
import { ChooseOrganisation } from './sign-in/ChooseOrganisation.tsx'
import { SignIn } from './sign-in/SignIn.tsx'

export function Desk(): ReactElement {
  const session = useSession()
  const { parts } = useAddress()
  const [organisationId, page] = parts
  if (!session || organisationId === 'sign-in') return <SignIn />
  if (organisationId === undefined) return <ChooseOrganisation />
  if (!isIdOf('organisation', organisationId)) return <LostDoor />
  return <Frame key={organisationId} organisationId={organisationId} page={page} />
}
