/** The evidence pack of one case: what it is to show, one's own words, the file, and what it lacks. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { packClaims, type PackClaim } from '@laisee/core/evidence/claim.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { service } from '../data/service.ts'
import { useSource } from '../returns/use-source.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { deviceSays } from './device.ts'
import { Earlier } from './Earlier.tsx'
import { onWechat } from './evidence-data.ts'
import { MadeCard } from './MadeCard.tsx'
import { emptyOutside, readOutside, type OutsideWrong } from './outside-form.ts'
import { OutsideFields } from './OutsideFields.tsx'
import { Statement } from './Statement.tsx'
import './evidence.css'

export function EvidencePage(): ReactElement {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/shell/evidence/$sourceId' })
  const isOutside = sourceId === onWechat
  const back = useBack(isOutside ? '/settings' : '/chats')
  return (
    <Page
      title={t(isOutside ? 'evidence.titleWechat' : 'evidence.title')}
      onBack={back}
      className="evidence-page"
    >
      {isOutside ? (
        <>
          <p className="evidence-lead">{t('evidence.leadWechat')}</p>
          <Maker sourceId={sourceId} isOutside />
        </>
      ) : (
        <OfSource sourceId={sourceId} />
      )}
    </Page>
  )
}

/** Of a packet or transfer there is one to make where there is such a packet or transfer. */
function OfSource({ sourceId }: { sourceId: string }): ReactElement {
  const { t } = useTranslation()
  const { source, error, refetch } = useSource(sourceId)
  if (source)
    return (
      <>
        <p className="evidence-lead">{t('evidence.lead')}</p>
        <Maker sourceId={sourceId} isOutside={false} />
      </>
    )
  if (error === null) return <Skeleton height={120} count={3} />
  if (isRefusal(error))
    return (
      <Empty icon="search" title={t('common.notFoundTitle')}>
        <p>{t('common.notFoundText')}</p>
      </Empty>
    )
  return <Failed onRetry={() => void refetch()} />
}

function Maker({ sourceId, isOutside }: { sourceId: string; isOutside: boolean }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [claim, setClaim] = useState<PackClaim>('mistake')
  const [statement, setStatement] = useState('')
  const [withDevice, setWithDevice] = useState(true)
  const [outside, setOutside] = useState(emptyOutside)
  const [wrong, setWrong] = useState<readonly OutsideWrong[]>([])
  const make = useMutation({
    mutationFn: (about: Record<string, unknown>) =>
      service().makeEvidencePack({
        body: {
          ...about,
          claim,
          ...(statement.trim() !== '' && { statement: statement.trim() }),
          ...(withDevice && { device: deviceSays() }),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })
  const press = () => {
    const read = isOutside ? readOutside(outside) : { sourceId }
    setWrong('wrong' in read ? read.wrong : [])
    if (!('wrong' in read)) make.mutate(read)
  }
  return (
    <>
      {isOutside && <OutsideFields form={outside} wrong={wrong} onChange={setOutside} />}
      <section className="cells">
        <p className="evidence-label">{t('evidence.claim')}</p>
        <Choices
          label={t('evidence.claim')}
          value={claim}
          onChange={setClaim}
          options={packClaims.map((value) => ({ value, label: t(`evidence.claims.${value}`) }))}
        />
        <p className="evidence-note">{t(`evidenceItems.claims.${claim}`)}</p>
      </section>
      <Statement value={statement} onChange={setStatement} />
      <div className="cells">
        <SwitchRow
          label={t('evidence.device')}
          note={t('evidence.deviceNote')}
          checked={withDevice}
          onChange={setWithDevice}
        />
      </div>
      <Button look="act" wide busy={make.isPending} onClick={press}>
        {t(make.isPending ? 'evidence.making' : 'evidence.make')}
      </Button>
      {!make.data && <p className="evidence-honest">{t('evidence.honest')}</p>}
      {make.error && (
        <p className="notice" data-tone="warn" role="alert">
          {isRefusal(make.error) && make.error.code === 'not_found'
            ? t('evidence.sourceLost')
            : `${t('evidence.failedMoney')}${failureText(make.error)}`}
        </p>
      )}
      {make.data && <MadeCard made={make.data} />}
      <Earlier about={sourceId} but={make.data?.pack.id} />
    </>
  )
}
