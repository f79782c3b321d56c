/** Refusals of publishing a policy, in both languages. */

import type { RefusalWords } from './words.ts'

export const policyRefusals: Record<'zh' | 'en', Record<'policy_waiting', RefusalWords>> = {
  zh: {
    policy_waiting: {
      says: '另一版已发布，还没有生效。请等它生效，或先把它撤下。',
      detail: '第 {{version}} 版，{{effectiveAt, time}} 生效。',
    },
  },
  en: {
    policy_waiting: {
      says: 'Another version is published and does not hold yet. Wait until it does, or withdraw it first.',
      detail: 'Version {{version}} holds from {{effectiveAt, time}}.',
    },
  },
}
