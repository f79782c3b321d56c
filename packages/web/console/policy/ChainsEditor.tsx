/** Chains of approval: steps of people and roles, how long they have, and what happens then. */

import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { stepManners } from '@laisee/core/approval.ts'
import { timeouts } from '@laisee/core/chain.ts'
import { ApproversField } from './ApproversField.tsx'
import type { PartProps } from './DraftEditor.tsx'
import { replaced } from './lists.ts'
import type { Chain, Problem } from './policy-data.ts'
import { ProblemsAt } from './Problems.tsx'
import { SaysFields } from './SaysFields.tsx'

type Step = Chain['steps'][number]
const hourS = 3_600
const newStep = (): Step => ({ manner: 'any', approvers: [{ role: 'approver' }] })

export function ChainsEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { chains } = content
  const add = () => {
    const named = { id: `chain-${chains.length + 1}`, says: { zh: '', en: '' } }
    const timed = { timeoutS: 24 * hourS, onTimeout: 'administrators' as const }
    change({ chains: [...chains, { ...named, ...timed, steps: [newStep()], copyTo: [] }] })
  }
  return (
    <section className="card" aria-labelledby="chains">
      <h2 id="chains">{t('deskPolicy.chains')}</h2>
      {chains.map((chain, index) => (
        <ChainRow
          key={index}
          chain={chain}
          problems={problems}
          onChange={(next) => change({ chains: replaced(chains, index, next) })}
        />
      ))}
      <div>
        <Button onClick={add}>{t('deskPolicy.addChain')}</Button>
      </div>
    </section>
  )
}

interface ChainRowProps {
  chain: Chain
  problems: readonly Problem[]
  onChange: (chain: Chain | undefined) => void
}

function ChainRow({ chain, problems, onChange }: ChainRowProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="editor-row" role="group" aria-label={chain.id}>
      <div className="fields">
        <Form.Item label={t('deskPolicy.chainId')}>
          <Input
            aria-label={t('deskPolicy.chainId')}
            value={chain.id}
            spellCheck={false}
            onChange={({ target }) => onChange({ ...chain, id: target.value })}
          />
        </Form.Item>
        <SaysFields says={chain.says} onChange={(says) => onChange({ ...chain, says })} />
        <Button danger type="text" onClick={() => onChange(undefined)}>
          {t('deskPolicy.removeChain', { id: chain.id })}
        </Button>
      </div>
      <Steps chain={chain} onChange={onChange} />
      <div className="fields">
        <Form.Item label={t('deskPolicy.timeoutHours')}>
          <InputNumber<number>
            aria-label={t('deskPolicy.timeoutHours')}
            min={0}
            value={chain.timeoutS / hourS}
            onChange={(hours) => onChange({ ...chain, timeoutS: Math.round((hours ?? 1) * hourS) })}
          />
        </Form.Item>
        <Form.Item label={t('deskPolicy.onTimeout')}>
          <Select
            aria-label={t('deskPolicy.onTimeout')}
            value={chain.onTimeout}
            onChange={(onTimeout) => onChange({ ...chain, onTimeout })}
            options={timeouts.map((value) => ({ value, label: t(`deskPolicy.timeouts.${value}`) }))}
          />
        </Form.Item>
        <ApproversField
          label={t('deskPolicy.copyTo')}
          value={chain.copyTo}
          onChange={(copyTo) => onChange({ ...chain, copyTo })}
        />
      </div>
      <ProblemsAt problems={problems} at={`chains.${chain.id}`} />
    </div>
  )
}

function Steps({ chain, onChange }: { chain: Chain; onChange: (chain: Chain) => void }): ReactElement {
  const { t } = useTranslation()
  const set = (index: number, step: Step | undefined) =>
    onChange({ ...chain, steps: replaced(chain.steps, index, step) })
  return (
    <ol>
      {chain.steps.map((step, index) => (
        <li key={index} className="fields">
          <Form.Item label={t('deskPolicy.step', { number: index + 1 })}>
            <Select
              aria-label={t('deskPolicy.step', { number: index + 1 })}
              value={step.manner}
              onChange={(manner) => set(index, { ...step, manner })}
              options={stepManners.map((value) => ({ value, label: t(`deskPolicy.manners.${value}`) }))}
            />
          </Form.Item>
          <ApproversField
            label={t('deskPolicy.approvers')}
            value={step.approvers}
            onChange={(approvers) => set(index, { ...step, approvers })}
          />
          <Button danger type="text" onClick={() => set(index, undefined)}>
            {t('deskPolicy.removeStep', { number: index + 1 })}
          </Button>
        </li>
      ))}
      <li>
        <Button onClick={() => onChange({ ...chain, steps: [...chain.steps, newStep()] })}>
          {t('deskPolicy.addStep')}
        </Button>
      </li>
    </ol>
  )
}
