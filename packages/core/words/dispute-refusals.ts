/** What is said where a dispute, or a document, is refused: each refusal in both languages, in order. */

import type { disputeRules } from '../case-refusals.ts'
import type { RefusalWords } from './words.ts'

type Code = keyof typeof disputeRules

export const disputeRefusals: Record<'zh' | 'en', Record<Code, RefusalWords>> = {
  zh: {
    already_disputed: { says: '你已经为这一笔提交过争议，正在处理。' },
    agent_unfit: { says: '对方不是平台的争议处理人员。' },
    dispute_over: { says: '这个争议已经有了结果，不能再改。' },
    dispute_full: { says: '这个争议里的内容已经满了。', detail: '最多 {{max}} 条。' },
    not_in_hand: { says: '这个争议由另一位同事在处理。' },
    not_assigned: { says: '这个争议还没有人接手，先接手再决定。' },
    side_unheard: {
      says: '另一方还没有说，时间也没有到，现在还不能决定。',
      detail: '最晚等到 {{hearBy, time}}；急的话可以先冻结。',
    },
    not_decided: { says: '争议还没有结果，出结果后可以申诉。' },
    document_unknown: { says: '没有找到这份材料，请重新上传。' },
    documents_max: { says: '上传的材料已经满了。', detail: '最多 {{max}} 份。' },
    document_type_unfit: { says: '只收 JPG、PNG、WebP 图片和 PDF，而且文件内容要与类型一致。' },
    document_unsafe: { says: '这份 PDF 带有脚本、附件或加密，不能收。请打印成新的 PDF 再传。' },
    document_unreadable: { says: '这张图片打不开，或者太大。' },
  },
  en: {
    already_disputed: { says: 'Your dispute about this is being looked at already.' },
    agent_unfit: { says: 'This person does not work on disputes here.' },
    dispute_over: { says: 'This dispute has its result and cannot be changed.' },
    dispute_full: { says: 'No more can be added to this dispute.', detail: 'At most {{max}} entries.' },
    not_in_hand: { says: 'A colleague is working on this dispute.' },
    not_assigned: { says: 'Nobody has this dispute in hand. Take it in hand before you decide.' },
    side_unheard: {
      says: 'The other side has not spoken, and their time is not over: it cannot be decided yet.',
      detail: 'Wait until {{hearBy, time}} at the latest. What is urgent can be frozen for now.',
    },
    not_decided: { says: 'There is no decision yet. You can appeal once there is.' },
    document_unknown: { says: 'This document was not found. Please hand it in again.' },
    documents_max: { says: 'That is as many documents as one may hand in.', detail: 'At most {{max}}.' },
    document_type_unfit: {
      says: 'Only JPEG, PNG and WebP pictures and PDF are taken, and a file has to be what it says.',
    },
    document_unsafe: {
      says: 'This PDF holds a script, a file or a lock and cannot be taken. Print it to a new PDF first.',
    },
    document_unreadable: { says: 'This picture cannot be read, or is too large.' },
  },
}
