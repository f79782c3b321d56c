/** The head of a packet's page: whose it is, its greeting, and one's own share or the whole sum. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { PersonFace } from '../people/PersonFace.tsx'

export function PacketHead({ packet, isPayer }: { packet: Packet; isPayer: boolean }): ReactElement {
  const { t } = useTranslation()
  const payer = usePersonName(packet.payerId, packet.payer.name)
  const { kind, myShare, total } = packet
  return (
    <section className="packet-head">
      <div className="packet-arc" />
      <PersonFace id={packet.payerId} name={packet.payer.name} photoUrl={packet.payer.photoUrl} size={56} />
      <h2>
        {isPayer ? t('packet.fromMe') : t('packet.from', { name: payer })}
        {(kind === 'lucky' || kind === 'exclusive') && (
          <span className="badge">{t(`packet.badges.${kind}`)}</span>
        )}
      </h2>
      {packet.greeting !== '' && <p className="packet-greeting">{packet.greeting}</p>}
      {myShare ? (
        <>
          <p className="packet-sum">
            <Amount fen={myShare.amount} big />
          </p>
          <p className="packet-sum-note">{t('packet.page.mine')}</p>
        </>
      ) : (
        isPayer &&
        total !== null && (
          <>
            <p className="packet-sum packet-total">
              <Amount fen={total} big />
            </p>
            <p className="packet-sum-note">{t('packet.page.total')}</p>
          </>
        )
      )}
      {packet.may.includes('claim') && (
        <Link
          className="button packet packet-open"
          to="/packets/$packetId/open"
          params={{ packetId: packet.id }}
        >
          {t('packet.page.openIt')}
        </Link>
      )}
    </section>
  )
}
