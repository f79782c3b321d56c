/** What the roles of an organisation are called in a sentence. */

import type { OrganisationRole } from '../organisation.ts'
import type { Language } from './words.ts'

export const roleNames: Record<Language, Record<OrganisationRole, string>> = {
  zh: {
    sender: '发送人',
    approver: '审批人',
    administrator: '管理员',
    auditor: '审计员',
    dispute_agent: '争议处理员',
  },
  en: {
    sender: 'senders',
    approver: 'approvers',
    administrator: 'administrators',
    auditor: 'auditors',
    dispute_agent: 'dispute agents',
  },
}
