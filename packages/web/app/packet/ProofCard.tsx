/** A provable split: what was fixed when, and its recomputation on this device. Green only when it really was. */

import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Packet } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import type { ProofVerdict } from './check-proof.ts'
import { CopyButton } from './CopyButton.tsx'
import type { SeenClaim } from './packet-data.ts'

interface ProofCardProps {
  packet: Packet
  claims: readonly SeenClaim[]
}

/** Ask for the proof, and recompute it against what this page shows. */
async function verify(packet: Packet, claims: readonly SeenClaim[]) {
  const [proof, { checkProof }] = await Promise.all([
    service().readSplitProof({ path: { id: packet.id } }),
    import('./check-proof.ts'),
  ])
  const verdict = checkProof(proof, {
    packetId: packet.id,
    total: packet.total ?? -1,
    count: packet.count,
    commitment: packet.commitment ?? '',
    shares: claims.map(({ amount }) => amount ?? -1),
  })
  return { verdict, seed: proof.seed }
}

export function ProofCard({ packet, claims }: ProofCardProps): ReactElement {
  const { t } = useTranslation()
  const check = useMutation({ mutationFn: () => verify(packet, claims) })
  const isClosed = packet.closedAt !== null
  return (
    <section className="card proof" aria-labelledby="proof-title">
      <h3 id="proof-title">
        <Icon name="shield" size={20} /> {t('packet.proof.title')}
      </h3>
      <p>{t('packet.proof.committed')}</p>
      {!isClosed && <p>{t('packet.proof.before')}</p>}
      <p className="sheet-note">{t('packet.proof.honest')}</p>
      {packet.commitment !== null && <Hex name={t('packet.proof.commitment')} text={packet.commitment} />}
      {check.data && <Hex name={t('packet.proof.seed')} text={check.data.seed} />}
      {check.data && <Verdict verdict={check.data.verdict} />}
      {check.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(check.error)}
        </p>
      )}
      {isClosed && (
        <Button wide busy={check.isPending} onClick={() => check.mutate()}>
          {t(check.isPending ? 'packet.proof.verifying' : 'packet.proof.verify')}
        </Button>
      )}
    </section>
  )
}

function Hex({ name, text }: { name: string; text: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="proof-hex">
      <span>
        {name}
        <code>{text}</code>
      </span>
      <CopyButton text={text} label={`${t('common.copy')} ${name}`} />
    </div>
  )
}

function Verdict({ verdict }: { verdict: ProofVerdict }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="proof-verdict" data-ok={verdict.ok} role="status">
      <Icon name={verdict.ok ? 'shield' : 'warn'} size={24} />
      <span>
        <strong>{t(verdict.ok ? 'packet.proof.verified' : 'packet.proof.failed')}</strong>
        {verdict.ok
          ? t('packet.proof.verifiedText', { count: verdict.count })
          : t(`packet.proof.problems.${verdict.problem}`, { share: verdict.share ?? 0 })}
      </span>
    </div>
  )
}
