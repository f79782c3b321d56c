/** Words about making a file of a text: they come with the buttons that make one. */

import { area } from './tree.ts'

export const advisorPaperWords = area(
  {
    title: '做成文件',
    note: '在这台设备上做，不会发出去。横线留着手写，Word 里也能改。',
    word: '下载 Word',
    pdf: '下载 PDF',
    pdfNote: 'PDF 要字体，第一次约下载 6 MB。',
    making: '正在做文件…',
    fetching: '正在取字体，已取 {{percent}}%',
    saved: '已保存：{{name}}',
    missing: '字体里没有这些字，文件里写的是编号：{{names}}。Word 文件里不受影响。',
    offline: '现在没有网络，做文件要用的东西还没取过。可以先打印，或者复制文字。',
    failed: '这次没做成。再试一次，或者先打印、复制文字。',
    print: '打印这一页',
  },
  {
    title: 'As a file',
    note: 'Made on this device and sent nowhere. Lines are left to write on; a Word file can be changed.',
    word: 'Download Word',
    pdf: 'Download PDF',
    pdfNote: 'A PDF needs a font: about 6 MB, the first time.',
    making: 'Making the file…',
    fetching: 'Fetching the font: {{percent}}%',
    saved: 'Saved: {{name}}',
    missing: 'The font lacks these characters; the file has their numbers: {{names}}. A Word file has them.',
    offline:
      'There is no network, and what makes files was never fetched. Print this page, or copy the text.',
    failed: 'It could not be made this time. Try again, or print the page or copy the text.',
    print: 'Print this page',
  },
)
