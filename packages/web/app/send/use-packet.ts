/** The form of a packet as it stands: what is filled in, read with what this device knows. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undoDefaultS } from '@laisee/core/member.ts'
import { meQuery } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { usePurse, type PurseNow } from '../on-behalf/use-purse.ts'
import { session } from '../session/session.ts'
import type { PacketDraft } from './packet-draft.ts'
import { readPacketForm, type PacketReading, type PacketTo } from './packet-form.ts'

export interface PacketNow {
  reading: PacketReading
  /** What pays it. */
  purse: PurseNow
  undoS: number
}

/** Read the form anew whenever it, the wallet or the time changes. */
export function usePacketReading(draft: PacketDraft, to: PacketTo): PacketNow {
  const { t } = useTranslation()
  const purse = usePurse(draft)
  const { data: me } = useQuery(meQuery)
  const now = useNow(60_000)
  const undoS = me?.undoS ?? undoDefaultS
  const reading = readPacketForm(draft, {
    to,
    myId: session()?.memberId ?? '',
    wallet: purse.wallet ?? { balance: Number.MAX_SAFE_INTEGER, state: 'open' },
    deliverAt: now + undoS * 1_000,
    usualGreeting: t('send.greeting.usual'),
  })
  return { reading, purse, undoS }
}
