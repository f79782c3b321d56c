/**
 * The face of somebody whose own name is at hand. Its letter is that of the name the reader keeps them under, as in the
 * conversations, so that one person has one face on every page; one's own is that of one's own name. The colour is the
 * id's. Where the name that is shown beside a face is an alias already, `Avatar` is given that.
 */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Avatar } from '../../ui/Avatar.tsx'
import { useSession } from '../session/session.ts'
import { contactsQuery } from './people-data.ts'

interface PersonFaceProps {
  id: string
  /** Their own name. */
  name: string
  photoUrl?: string | null
  size?: number
}

export function PersonFace({ id, name, ...rest }: PersonFaceProps): ReactElement {
  const isMine = useSession()?.memberId === id
  const { data } = useQuery({ ...contactsQuery, enabled: !isMine })
  const alias = isMine ? undefined : data?.find(({ member }) => member.id === id)?.alias
  return <Avatar id={id} name={alias ?? name} {...rest} />
}
