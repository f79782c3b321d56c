/** The page that explains: what each platform can take back, what never to do and why, and figures without a source. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { productRules, type ProductRuleId } from '@laisee/core/advisor/knowledge/product-rules.ts'
import { published, type PublishedId } from '@laisee/core/advisor/knowledge/published.ts'
import { refused, type RefusedId } from '@laisee/core/advisor/knowledge/refused.ts'
import { unsourced } from '@laisee/core/advisor/knowledge/unsourced.ts'
import { refusedWords } from '@laisee/core/words/advisor/refused-words.ts'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { Frame } from './Frame.tsx'

const platforms = {
  wechatPacket: ['wechat_no_packet_recall', 'wechat_packet_back_24h'],
  wechatTransfer: ['wechat_transfer_no_withdrawal', 'wechat_delayed_cancel', 'wechat_transfer_back_24h'],
  wecom: ['wecom_no_recall', 'wecom_back_24h'],
  merchant: ['merchant_cancel', 'merchant_back_24h'],
  alipay: ['alipay_cancel', 'alipay_back_24h'],
  laisee: ['laisee_recall', 'laisee_back'],
} as const satisfies Record<string, readonly ProductRuleId[]>

const columns = ['cannot', 'back', 'taken'] as const

export function NeverPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Frame title={t('advisorMore.explain.title')} above="/help" className="never">
      <p className="help-lead">{t('advisorMore.explain.lead')}</p>
      <section className="cells never-first">
        <h2>{t('advisorMore.explain.first.title')}</h2>
        <ul>
          {(['unclaimed', 'packet', 'transfer'] as const).map((key) => (
            <li key={key}>{t(`advisorMore.explain.first.${key}`)}</li>
          ))}
        </ul>
      </section>
      <Cells>
        <Link to="/help" className="cell">
          <CellInside
            start={<Icon name="undo" />}
            label={t('advisorPage.start')}
            note={t('advisorPage.startNote')}
            leads
          />
        </Link>
      </Cells>
      <Platforms />
      <Refused />
      <Figures />
    </Frame>
  )
}

function Platforms(): ReactElement {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="cells-title">{t('advisorMore.explain.platforms')}</h2>
      <ul className="never-platforms">
        {(Object.keys(platforms) as (keyof typeof platforms)[]).map((key) => (
          <li key={key} className="cells never-platform">
            <h3>{t(`advisorMore.explain.${key}.name`)}</h3>
            <dl>
              {columns.map((column) => (
                <div key={column}>
                  <dt>{t(`advisorMore.explain.${column}`)}</dt>
                  <dd>{t(`advisorMore.explain.${key}.${column}`)}</dd>
                </div>
              ))}
            </dl>
            <details className="plan-basis">
              <summary>{t('advisorPage.plan.basis')}</summary>
              <ul>
                {platforms[key].map((rule) => (
                  <li key={rule}>
                    {productRules[rule].source} ({productRules[rule].grade}, {productRules[rule].recordedOn})
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      <p className="cells-foot">{t('advisorMore.explain.asOf')}</p>
    </section>
  )
}

function Refused(): ReactElement {
  const { t } = useTranslation()
  const words = refusedWords[languageNow()]
  return (
    <section>
      <h2 className="cells-title">{t('advisorMore.explain.never')}</h2>
      <p className="cells-foot">{t('advisorMore.explain.neverNote')}</p>
      <ul className="cells plan-donts">
        {(Object.keys(refused) as RefusedId[]).map((id) => (
          <li key={id}>
            <Icon name="close" size={20} />
            <div>
              <p>{words[id].what}</p>
              <p className="help-note">{words[id].why}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Figures(): ReactElement {
  const { t } = useTranslation()
  const language = languageNow()
  return (
    <>
      <section>
        <h2 className="cells-title">{t('advisorMore.explain.figures')}</h2>
        <p className="cells-foot">{t('advisorMore.explain.figuresNote')}</p>
        <ul className="cells never-figures">
          {unsourced.map(({ figure, at, claim, remark }) => (
            <li key={`${at} ${figure}`}>
              <p>
                <span className="never-figure numbers">{figure}</span>{' '}
                <span className="plan-tag">{t('advisorMore.explain.unsourced')}</span>
              </p>
              <p>
                {claim[language]} <span className="help-note">{at}</span>
              </p>
              {remark !== null && <p className="help-note">{remark[language]}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="cells-title">{t('advisorMore.explain.real')}</h2>
        <ul className="cells never-figures">
          {(Object.keys(published) as PublishedId[]).map((id) => (
            <li key={id}>
              <p>{published[id].says[language]}</p>
              <p className="help-note">{t('advisorMore.explain.source', { source: published[id].source })}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
