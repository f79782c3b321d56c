/** Words of the desk about the evidence pack of a dispute. */

import { area } from './tree.ts'
import { evidenceItemWords } from './evidence-items.ts'

const { zh, en } = evidenceItemWords

export const deskPacksWords = area(
  {
    title: '证据包',
    says: '双方能看到的记录、双方提交的材料和日志收据，装在一个可以离线核对的文件里。内部记录不在里面。',
    none: '还没有做过',
    claim: '要证明什么',
    claims: zh.claims,
    make: '制作证据包',
    made: '做好了：{{count}} 项证据',
    notMine: '由正在处理这件争议的人制作。',
    stamped: '有可信时间戳',
    download: '下载',
    downloadOf: '下载 {{at}} 的证据包',
    saved: '已下载 {{name}}',
    verify: '核对一份证据包',
    more: '更早的',
  },
  {
    title: 'Evidence pack',
    says: 'What both sides may see, what both handed in, and receipts of the log, in one file that is checked offline. Internal notes are not in it.',
    none: 'None was made yet',
    claim: 'What it is to show',
    claims: en.claims,
    make: 'Make a pack',
    made: 'Made, with {{count}} items',
    notMine: 'Whoever has this dispute in hand can make one.',
    stamped: 'with a trusted timestamp',
    download: 'Download',
    downloadOf: 'Download the pack of {{at}}',
    saved: '{{name}} is downloaded',
    verify: 'Check a pack',
    more: 'Older ones',
  },
)
