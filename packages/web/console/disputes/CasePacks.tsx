/** The evidence pack of a dispute: made by whoever has it in hand, downloaded by all of its staff, checked anywhere. */

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { App, Button, Form, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { packClaims } from '@laisee/core/evidence/claim.ts'
import { sizeText } from '../../app/evidence/size-text.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { Moment } from '../parts/Said.tsx'
import { Failure, Read } from '../parts/States.tsx'
import type { Dispute } from './disputes-data.ts'
import { packsQuery, savePack, useMakingPack, type CasePack, type PackClaim } from './packs-data.ts'

export function CasePacks({ dispute }: { dispute: Dispute }): ReactElement {
  const { t } = useTranslation()
  const { memberId } = useAtDesk()
  const packs = useInfiniteQuery(packsQuery(dispute.id))
  return (
    <section className="card" aria-labelledby="case-packs">
      <h2 id="case-packs">{t('deskPacks.title')}</h2>
      <p className="second">{t('deskPacks.says')}</p>
      <Read query={packs}>
        {({ pages }) => <Packs id={dispute.id} packs={pages.flatMap(({ items }) => items)} />}
      </Read>
      {packs.hasNextPage && (
        <Button type="link" loading={packs.isFetchingNextPage} onClick={() => void packs.fetchNextPage()}>
          {t('deskPacks.more')}
        </Button>
      )}
      {dispute.agentId === memberId ? (
        <MakePack id={dispute.id} />
      ) : (
        <p className="second">{t('deskPacks.notMine')}</p>
      )}
      <p>
        <a href="/verify" target="_blank" rel="noopener">
          {t('deskPacks.verify')}
        </a>
      </p>
    </section>
  )
}

function Packs({ id, packs }: { id: string; packs: readonly CasePack[] }): ReactElement {
  const { t } = useTranslation()
  if (packs.length === 0) return <p className="second">{t('deskPacks.none')}</p>
  return (
    <ul className="risks">
      {packs.map((pack) => (
        <Pack key={pack.id} id={id} pack={pack} />
      ))}
    </ul>
  )
}

function Pack({ id, pack }: { id: string; pack: CasePack }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const saving = useMutation({
    mutationFn: () => savePack(id, pack.id),
    onSuccess: (name) => void message.success(t('deskPacks.saved', { name })),
  })
  return (
    <li>
      <Moment at={pack.madeAt} /> · {t(`deskPacks.claims.${pack.claim}`)} · {sizeText(pack.bytes)}
      {pack.stamped && ` · ${t('deskPacks.stamped')}`}{' '}
      <Button
        size="small"
        loading={saving.isPending}
        onClick={() => saving.mutate()}
        aria-label={t('deskPacks.downloadOf', { at: pack.madeAt })}
      >
        {t('deskPacks.download')}
      </Button>
      {saving.isError && <Failure error={saving.error} />}
    </li>
  )
}

function MakePack({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [claim, setClaim] = useState<PackClaim>('mistake')
  const making = useMakingPack(id)
  const make = () =>
    making.mutate(claim, {
      onSuccess: ({ items }) => void message.success(t('deskPacks.made', { count: items.length })),
    })
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('deskPacks.claim')} htmlFor="pack-claim">
        <Select
          id="pack-claim"
          value={claim}
          onChange={setClaim}
          options={packClaims.map((value) => ({ value, label: t(`deskPacks.claims.${value}`) }))}
        />
      </Form.Item>
      <Button loading={making.isPending} onClick={make}>
        {t('deskPacks.make')}
      </Button>
      {making.isError && <Failure error={making.error} />}
    </Form>
  )
}
