/** What is said where a minor, whoever would report somebody, or whoever would be forgotten is told no. In the order of the registry. */

import type { Words } from './words.ts'

type Said<Code extends keyof Words['refusals']> = Record<'zh' | 'en', Pick<Words['refusals'], Code>>

export const reportRefusals: Said<'already_reported' | 'reports_max' | 'report_closed'> = {
  zh: {
    already_reported: { says: '你已经举报过对方，正在等平台核实。' },
    reports_max: { says: '今天举报得太多了，明天再来。', detail: '一天最多 {{max}} 次。' },
    report_closed: { says: '这条举报已经处理完了。' },
  },
  en: {
    already_reported: { says: 'You have reported this person already. It is being looked at.' },
    reports_max: { says: 'That is as many reports as one may make in a day.', detail: 'At most {{max}}.' },
    report_closed: { says: 'This report has ended already.' },
  },
}

export const erasureRefusals: Said<'already_forgotten' | 'still_open'> = {
  zh: {
    already_forgotten: { says: '这个账号已经注销了。' },
    still_open: {
      says: '还有没了结的事，现在不能注销，什么都没有改变。',
      detail:
        '余额要先提出；在途的红包、转账和退还，冻结、待审批、家庭额度、守护、机构里的角色和举报，都要先了结。',
    },
  },
  en: {
    already_forgotten: { says: 'This account was closed already.' },
    still_open: {
      says: 'Something is still open, so the account cannot be closed now. Nothing was changed.',
      detail:
        'The balance is paid out first; packets, transfers and returns on their way, freezes, approvals, allowances, guardians, roles in organisations and reports come to their end first.',
    },
  },
}

export const minorRefusals: Said<'minor_night' | 'minor_group_lucky' | 'guardian_approval_needed'> = {
  zh: {
    minor_night: { says: '未成年人夜里不能发钱。', detail: '{{until}} 以后可以。' },
    minor_group_lucky: { says: '未成年人不能发拼手气群红包，可以发普通红包。' },
    guardian_approval_needed: {
      says: '这么大的金额要先经守护人同意，你还没有成年的守护人，钱没有动。',
      detail: '在“家人”里请一位家人守护你，就可以发给对方同意；不超过 {{above, yuan}} 元可以直接发。',
    },
  },
  en: {
    minor_night: { says: 'Someone under 18 cannot send at night.', detail: 'From {{until}} it works again.' },
    minor_group_lucky: {
      says: 'Someone under 18 cannot send a lucky packet to several people. An equal one works.',
    },
    guardian_approval_needed: {
      says: 'A sum like this needs the word of a guardian who is of age, and you have none yet. No money has moved.',
      detail:
        'Ask somebody to be your guardian under Family, and they can agree to it. Up to ¥{{above, yuan}} can be sent at once.',
    },
  },
}
