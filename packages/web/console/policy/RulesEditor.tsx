/** Rules as rows: what they are called, when they hold, what then happens, and the sentence that says so. */

import { Button, Checkbox, Collapse, Form, Input, InputNumber, Select } from 'antd'
import { Suspense, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readyRules } from '@laisee/core/guard/ready-rules.ts'
import { outcomes } from '@laisee/core/guard/rule.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { languageNow } from '../words.ts'
import type { PartProps } from './DraftEditor.tsx'
import { replaced } from './lists.ts'
import type { Problem, Rule } from './policy-data.ts'
import { MarkedCondition, ProblemList } from './Problems.tsx'
import { SaysFields } from './SaysFields.tsx'

const Facts = lazyPart(async () => ({ default: (await import('./Facts.tsx')).Facts }))
const minuteMs = 60_000
const newHold = { ms: 10 * minuteMs, releaseFromMs: 0 }

export function RulesEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { rules } = content
  const add = () => {
    const id = `rule-${rules.length + 1}`
    change({ rules: [...rules, { id, when: '', outcome: 'confirm', tells: [], says: { zh: '', en: '' } }] })
  }
  const facts = (
    <Suspense>
      <Facts />
    </Suspense>
  )
  return (
    <section className="card" aria-labelledby="rules">
      <h2 id="rules">{t('deskPolicy.rules')}</h2>
      <p className="second">{t('deskPolicy.rulesText')}</p>
      <Collapse ghost items={[{ key: 'facts', label: t('deskPolicy.facts'), children: facts }]} />
      {rules.map((rule, index) => (
        <RuleRow
          key={index}
          rule={rule}
          problems={problems.filter(({ at }) => at === `rules.${rule.id}` || at === `rules.${rule.id}.when`)}
          onChange={(next) => change({ rules: replaced(rules, index, next) })}
        />
      ))}
      <div className="fields">
        <Button onClick={add}>{t('deskPolicy.addRule')}</Button>
        {readyRules
          .filter(({ id }) => !rules.some((rule) => rule.id === id))
          .map((ready) => (
            <Button key={ready.id} type="dashed" onClick={() => change({ rules: [...rules, ruleOf(ready)] })}>
              {`+ ${ready.says[languageNow()]}`}
            </Button>
          ))}
      </div>
    </section>
  )
}

const ruleOf = ({ tells, ...ready }: (typeof readyRules)[number]): Rule => ({ ...ready, tells: [...tells] })

interface RuleRowProps {
  rule: Rule
  problems: readonly Problem[]
  onChange: (rule: Rule | undefined) => void
}

function RuleRow({ rule, problems, onChange }: RuleRowProps): ReactElement {
  const { t } = useTranslation()
  const { hold, ...rest } = rule
  const setOutcome = (outcome: Rule['outcome']) =>
    onChange({ ...rest, outcome, ...(outcome === 'hold' && { hold: hold ?? newHold }) })
  return (
    <div className="editor-row" role="group" aria-label={rule.id}>
      <div className="fields">
        <Form.Item label={t('deskPolicy.ruleId')}>
          <Input
            aria-label={t('deskPolicy.ruleId')}
            value={rule.id}
            spellCheck={false}
            onChange={({ target }) => onChange({ ...rule, id: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('deskPolicy.outcome')}>
          <Select
            aria-label={t('deskPolicy.outcome')}
            value={rule.outcome}
            onChange={setOutcome}
            options={outcomes.map((value) => ({ value, label: t(`deskPolicy.outcomes.${value}`) }))}
          />
        </Form.Item>
        {hold && <HoldFields hold={hold} onChange={(next) => onChange({ ...rule, hold: next })} />}
        <Button danger type="text" onClick={() => onChange(undefined)}>
          {t('deskPolicy.removeRule', { id: rule.id })}
        </Button>
      </div>
      <Form.Item label={t('deskPolicy.when')}>
        <Input.TextArea
          aria-label={t('deskPolicy.when')}
          className="condition"
          rows={2}
          spellCheck={false}
          value={rule.when}
          aria-invalid={problems.some(({ place }) => place !== null)}
          onChange={({ target }) => onChange({ ...rule, when: target.value })}
        />
      </Form.Item>
      <MarkedCondition when={rule.when} problems={problems} />
      {problems.length > 0 && <ProblemList problems={problems} />}
      <Checkbox
        checked={rule.stepUp === true}
        onChange={({ target }) => onChange({ ...rule, stepUp: target.checked })}
      >
        {t('deskPolicy.ruleStepUp')}
      </Checkbox>
      <div className="fields">
        <SaysFields says={rule.says} onChange={(says) => onChange({ ...rule, says })} />
      </div>
    </div>
  )
}

type HoldOf = NonNullable<Rule['hold']>

function HoldFields({ hold, onChange }: { hold: HoldOf; onChange: (hold: HoldOf) => void }): ReactElement {
  const { t } = useTranslation()
  const { ms, releaseFromMs } = hold
  return (
    <>
      <Form.Item label={t('deskPolicy.holdMinutes')}>
        <InputNumber<number>
          aria-label={t('deskPolicy.holdMinutes')}
          min={1}
          precision={0}
          value={ms / minuteMs}
          onChange={(minutes) => onChange({ ...hold, ms: (minutes ?? 1) * minuteMs })}
        />
      </Form.Item>
      <Form.Item label={t('deskPolicy.releaseMinutes')}>
        <InputNumber<number>
          aria-label={t('deskPolicy.releaseMinutes')}
          min={0}
          precision={0}
          value={releaseFromMs === null ? null : releaseFromMs / minuteMs}
          onChange={(minutes) =>
            onChange({ ...hold, releaseFromMs: minutes === null ? null : minutes * minuteMs })
          }
        />
      </Form.Item>
    </>
  )
}
