/** What a part of the policy is said as, in both languages. */

import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

interface Says {
  zh: string
  en: string
}

export function SaysFields({ says, onChange }: { says: Says; onChange: (says: Says) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {(['zh', 'en'] as const).map((language) => {
        const label = t(language === 'zh' ? 'deskPolicy.saysZh' : 'deskPolicy.saysEn')
        return (
          <Form.Item key={language} label={label}>
            <Input
              aria-label={label}
              value={says[language]}
              maxLength={200}
              onChange={({ target }) => onChange({ ...says, [language]: target.value })}
            />
          </Form.Item>
        )
      })}
    </>
  )
}
