/** A packet's link seen without an account: who sends it, in which state it is, and the ways to sign in. Never amounts. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { Said } from '../packet/Said.tsx'
import { CoverFrame } from '../packet/CoverFrame.tsx'
import { healthQuery } from '../sign-in/welcome-data.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { lookQuery, type LinkLook } from './claim-data.ts'
import { ComeInSheet } from './ComeInSheet.tsx'
import { BadLink, LookingAtLink } from './LinkCovers.tsx'

interface LookScreenProps {
  token: string
  onLeave: () => void
}

export function LookScreen({ token, onLeave }: LookScreenProps): ReactElement {
  const { t } = useTranslation()
  const look = useQuery(lookQuery(token))
  if (look.data) {
    const { payer, greeting, kind } = look.data
    const badge = kind === 'lucky' || kind === 'exclusive' ? { kind: t(`packet.kinds.${kind}`) } : {}
    return (
      <CoverFrame
        title={t('packet.open.sentYou', { name: payer.name })}
        sender={{ id: payer.name, ...payer }}
        greeting={greeting}
        onLeave={onLeave}
        {...badge}
      >
        <Looked look={look.data} />
      </CoverFrame>
    )
  }
  if (look.isPending) return <LookingAtLink onLeave={onLeave} />
  return <BadLink error={look.error} onRetry={() => void look.refetch()} onLeave={onLeave} />
}

function Looked({ look }: { look: LinkLook }): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const { name } = look.payer
  switch (look.state) {
    case 'claimed_out':
      return <Said icon="checkAll" title={t('packet.cover.sold_out')} text={t('packet.cover.noMoneyMoved')} />
    case 'expired':
      return (
        <Said icon="clock" title={t('packet.cover.expired')} text={t('packet.cover.expiredText', { name })} />
      )
    case 'recalled':
      return <Said icon="recall" title={t('packet.cover.recalled', { name })} />
    case 'declined':
      return (
        <Said
          icon="hand"
          title={t('packet.cover.declined')}
          text={t('packet.cover.declinedText', { name })}
        />
      )
    default:
  }
  if (look.test)
    return <Said icon="info" title={t('packet.cover.test')} text={t('packet.cover.testText', { name })} />
  const opensMs = look.notBefore === null ? 0 : Date.parse(look.notBefore)
  const at = (moment: string | number) => momentText(t, moment, languageNow(), now)
  return (
    <div className="claim-look">
      {look.state === 'paused' && (
        <p>
          <Icon name="pause" size={18} /> {t('packet.cover.paused')}
        </p>
      )}
      {now < opensMs && (
        <p>{t('packet.cover.not_yetText', { at: at(opensMs), span: spanText(t, opensMs - now) })}</p>
      )}
      <p className="numbers">
        {t('claim.left', { left: look.count - look.claimedCount, count: look.count })}
      </p>
      {look.isNamed && <p>{t('claim.namedText')}</p>}
      <WaysIn />
      <p className="cover-small">{t('claim.until', { at: at(look.expireAt) })}</p>
    </div>
  )
}

function WaysIn(): ReactElement {
  const { t } = useTranslation()
  const health = useQuery(healthQuery)
  const [isOpen, setOpen] = useState(false)
  if (health.data?.demo)
    return (
      <>
        <Button wide onClick={() => setOpen(true)}>
          {t('claim.choose')}
        </Button>
        <ComeInSheet isOpen={isOpen} onClose={() => setOpen(false)} />
      </>
    )
  return (
    <>
      <h2>{t('claim.signInFirst')}</h2>
      <p>{t('claim.hostText')}</p>
      <Link className="button plain" to="/sign-in">
        {t('claim.toSignIn')}
      </Link>
    </>
  )
}
