/** From which sums approval is asked, and what else a policy says in sums; its limits are in LimitsEditor.tsx. */

import { Button, Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartProps } from './DraftEditor.tsx'
import { replaced } from './lists.ts'
import { ProblemsAt } from './Problems.tsx'
import { SumField } from './SumField.tsx'

export function ThresholdsEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { thresholds, chains, rulesChainId } = content
  const options = chains.map(({ id }) => ({ value: id, label: id }))
  const set = (index: number, one: (typeof thresholds)[number] | undefined) =>
    change({ thresholds: replaced(thresholds, index, one) })
  const add = () =>
    change({ thresholds: [...thresholds, { amount: 1_000_000, chainId: chains[0]?.id ?? '' }] })
  return (
    <section className="card" aria-labelledby="thresholds">
      <h2 id="thresholds">{t('deskPolicy.thresholds')}</h2>
      {thresholds.map((one, index) => (
        <div key={`${index} of ${thresholds.length}`} className="fields">
          <SumField
            label={t('deskPolicy.fromSum')}
            fen={one.amount}
            onChange={(fen) => set(index, { ...one, amount: fen ?? one.amount })}
          />
          <Form.Item label={t('deskPolicy.chain')}>
            <Select
              aria-label={t('deskPolicy.chain')}
              value={one.chainId}
              options={options}
              onChange={(chainId: string) => set(index, { ...one, chainId })}
            />
          </Form.Item>
          <Button danger type="text" onClick={() => set(index, undefined)}>
            {t('deskPolicy.removeThreshold')}
          </Button>
        </div>
      ))}
      <ProblemsAt problems={problems} at="thresholds" />
      <div>
        <Button onClick={add}>{t('deskPolicy.addThreshold')}</Button>
      </div>
      <Form.Item label={t('deskPolicy.rulesChain')}>
        <Select
          aria-label={t('deskPolicy.rulesChain')}
          className="short"
          value={rulesChainId ?? ''}
          options={[{ value: '', label: t('deskPolicy.noChain') }, ...options]}
          onChange={(id: string) => change({ rulesChainId: id === '' ? null : id })}
        />
      </Form.Item>
      <ProblemsAt problems={problems} at="rulesChainId" />
    </section>
  )
}

export function MoreEditor({ content, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="more">
      <h2 id="more">{t('deskPolicy.more')}</h2>
      <SumField
        optional
        label={t('deskPolicy.bulkMax')}
        fen={content.bulkMax}
        onChange={(bulkMax) => change({ bulkMax })}
      />
      <SumField
        label={t('deskPolicy.unsureHoldFrom')}
        fen={content.unsureHoldFrom}
        onChange={(fen) => change({ unsureHoldFrom: fen ?? content.unsureHoldFrom })}
      />
      <SumField
        optional
        label={t('deskPolicy.stepUpFrom')}
        fen={content.stepUpFrom ?? null}
        onChange={(stepUpFrom) => change({ stepUpFrom: stepUpFrom === 0 ? null : stepUpFrom })}
      />
    </section>
  )
}
