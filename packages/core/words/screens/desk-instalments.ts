/** Words of what is given back to an organisation in parts, at the desk; those of the parts are a phone's (instalments*.ts). */

import { area } from './tree.ts'

export const deskInstalmentsWords = area(
  {
    inParts: {
      title: '分期退还',
      of: '{{name}}分期退还',
      left: '还要退 ¥{{left, yuan}}',
      byMe: '由你答复',
      by: '由{{name}}答复',
      gone: '{{name}}已离开，没有人答复',
      takeOver: '接手',
      note: '接手后由你答复对方。约定不变，钱仍退回组织零钱。',
      takenOver: '已接手，以后由你答复。',
      open: '处理',
      openOf: '处理{{name}}的分期',
      takeOverOf: '接手{{name}}的分期',
      counter: '想改一改再提，请在手机端“退还和分期”里提。',
      back: '先不免去',
    },
  },
  {
    inParts: {
      title: 'Given back in parts',
      of: '{{name}} gives back in parts',
      left: '¥{{left, yuan}} still to come',
      byMe: 'You answer for it',
      by: '{{name}} answers for it',
      gone: '{{name}} has left, nobody answers for it',
      takeOver: 'Take over',
      note: 'Once you take it over, you answer for it. What was agreed stays, and the money still goes to the organisation’s wallet.',
      takenOver: 'Taken over: you answer for it now.',
      open: 'Open',
      openOf: 'Open the instalments of {{name}}',
      takeOverOf: 'Take over the instalments of {{name}}',
      counter: 'To propose it otherwise, use Returns and instalments on a phone.',
      back: 'Not now',
    },
  },
)
