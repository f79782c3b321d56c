/** Words of what comes after a plan: provinces, the scam check and the page that explains. */

import { provinceWords } from './province.ts'
import { advisorExplainWords } from './advisor-explain.ts'
import { area } from './tree.ts'

export const advisorMoreWords = area(
  {
    province: provinceWords.zh,
    check: {
      title: '是不是骗局',
      lead: '粘贴收到的话、链接或号码。不打开任何链接，也不会发出去。',
      label: '收到的文字、链接或号码',
      placeholder: '例如：亲，点击链接输入密码即可撤回误发的红包',
      paste: '粘贴',
      notPasted: '浏览器不让读剪贴板，请长按输入框粘贴',
      check: '查一查',
      clear: '清空',
      empty: '先粘贴要查的内容',
      signals: '看到了这些',
      where: '标出来的地方',
      strong: '强',
      middling: '中',
      weak: '弱',
      note: '说明',
      strength: '强度：{{strength}}',
      patterns: '像这几种骗局',
      advice: '怎么办',
      call: '打 {{number}}',
      truncated: '太长了，只看了前面一部分。',
      stale: '内容改过了，再查一次',
      signalsNone: '没有看到已知的信号。',
    },
    explain: advisorExplainWords.zh,
  },
  {
    province: provinceWords.en,
    check: {
      title: 'Is it a fraud?',
      lead: 'Paste what you received. No link is opened, and nothing is sent anywhere.',
      label: 'Text, link or number received',
      placeholder: 'For example: open this link and enter your password to recall the packet',
      paste: 'Paste',
      notPasted: 'The browser does not let this page read the clipboard: hold the field to paste',
      check: 'Check',
      clear: 'Clear',
      empty: 'First paste what is to be checked',
      signals: 'What was seen',
      where: 'Marked in the text',
      strong: 'strong',
      middling: 'middling',
      weak: 'weak',
      note: 'note',
      strength: 'Strength: {{strength}}',
      patterns: 'Known frauds that it resembles',
      advice: 'What to do',
      call: 'Call {{number}}',
      truncated: 'It is too long: only the first part was read.',
      stale: 'The text was changed: check it again',
      signalsNone: 'None of the known signals was seen.',
    },
    explain: advisorExplainWords.en,
  },
)
