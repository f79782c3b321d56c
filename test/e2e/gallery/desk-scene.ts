/** What a company's desk shows at work: a policy in every state, sends that wait, that were handed on and taken back. */

import type { Ask } from '@laisee/client/client.ts'
import { dayMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import type { Stage } from '../stage.ts'
import { sendKnowingly } from '../send-knowingly.ts'
import type { Scene } from './scene.ts'

type Content = Ask<'draftPolicy'>['body']['content']

/** Make everything, and let it come to where it is shown. */
export async function prepareDeskScene(stage: Stage): Promise<Scene> {
  const organisation = (await stage.apiOf('laoban').listMyOrganisations()).items[0]!.organisationId
  const house = (await stage.apiOf('kefuzhuguan').listMyOrganisations()).items[0]!.organisationId
  const policies = await writePolicies(stage, organisation, () => sendSmall(stage, organisation))
  const sends = await sendLarge(stage, organisation)
  const packets = await sendPackets(stage, organisation)
  await changePeople(stage, organisation, house)
  const ids = { organisation, house, ...policies, ...sends, ...packets }
  return { ids, family: '', stage, link: '', toOpen: [] }
}

/** A version that holds, one to publish, one with faults, and one that waits for its moment. */
async function writePolicies(
  stage: Stage,
  id: string,
  meanwhile: () => Promise<void>,
): Promise<Record<string, string>> {
  const [boss, second] = [stage.apiOf('laoban'), stage.apiOf('wangfang')]
  const { content } = await boss.readCurrentPolicy({ path: { id } })
  const two: Content = { ...content, bulkMax: 1_500_000, ...twoSteps(stage, content) }
  const first = await boss.draftPolicy({
    path: { id },
    body: { content: two, note: '两万元以上两步审批，王芳最后把关' },
  })
  await second.publishPolicy({ path: { id, policyId: first.id! }, body: {} })
  await meanwhile()
  const stricter = await second.draftPolicy({
    path: { id },
    body: { content: strictContent(two), note: '第一次付的人、深夜付的，先让同事看一眼；单次最多两万' },
  })
  const faulty = await boss.draftPolicy({
    path: { id },
    body: { content: faultyContent(two), note: '还没写完' },
  })
  const later = await second.draftPolicy({
    path: { id },
    body: { content: { ...two, bulkMax: 800_000 }, note: '下个月起，一次一起批的不超过 8,000 元' },
  })
  const effectiveAt = toIso(Date.parse((await boss.readClock()).now) + 9 * dayMs)
  await boss.publishPolicy({ path: { id, policyId: later.id! }, body: { effectiveAt } })
  return { version: stricter.id!, faulty: faulty.id! }
}

/** From ¥20,000 on both approvers look, and then an administrator. */
function twoSteps(stage: Stage, { chains, thresholds }: Content): Pick<Content, 'chains' | 'thresholds'> {
  const member = (key: string) => ({ memberId: stage.idOf(key) })
  const chain: Content['chains'][number] = {
    id: 'two-steps',
    says: { zh: '两位审批人会签，再由王芳同意', en: 'two approvers, then Wang Fang' },
    steps: [
      { manner: 'all', approvers: [member('lina'), member('baba')] },
      { manner: 'any', approvers: [member('wangfang')] },
    ],
    timeoutS: 172_800,
    onTimeout: 'administrators',
    copyTo: [],
  }
  return {
    chains: [...chains, chain],
    thresholds: [...thresholds, { amount: 2_000_000, chainId: chain.id }],
  }
}

const rule = (id: string, when: string, zh: string, en: string): Content['rules'][number] => ({
  id,
  when,
  outcome: 'approve',
  tells: [],
  says: { zh, en },
})

function strictContent(content: Content): Content {
  return {
    ...content,
    rules: [
      rule(
        'first-payee',
        'amount >= 100000 && first_payee',
        '¥1,000 以上、第一次付给这个人：要审批',
        '¥1,000 or more to somebody new: approved first',
      ),
    ],
    limits: { ...content.limits, send: 2_000_000, day: 5_000_000 },
    thresholds: content.thresholds.map((one) => (one.amount === 500_000 ? { ...one, amount: 300_000 } : one)),
  }
}

function faultyContent(content: Content): Content {
  return {
    ...content,
    rules: [
      rule(
        'first-pay',
        'amount >= 2000000 &&\n  first_pay',
        '两万元以上、第一次付：要审批',
        '¥20,000 or more to somebody new',
      ),
      rule('night', 'amount >= 100000 && (hour >= 23 || hour < 6', '深夜发的：要审批', 'at night'),
    ],
    thresholds: [...content.thresholds, { amount: 9_000_000, chainId: 'the-board' }],
  }
}

const usual = [
  ['zhangwei', 128_000, '差旅'],
  ['sunli', 36_600, '打车'],
  ['liuyang', 350_000, '设备押金'],
  ['zhangwei', 45_800, '快递'],
  ['zhaolei', 420_000, '展位费'],
  ['lina', 9_900, '打印'],
] as const

/** What goes out without a colleague's word, over some days: what a version is tried on. */
async function sendSmall(stage: Stage, onBehalfOf: string): Promise<void> {
  for (const [key, amount, note] of usual) {
    await sendKnowingly(stage.apiOf('caiwu'), { payeeId: stage.idOf(key), amount, note, onBehalfOf })
    await stage.forward(dayMs)
  }
}

/** What waits for approval; one of them handed on, asked about, answered, and with one word for breaking the glass. */
async function sendLarge(stage: Stage, onBehalfOf: string): Promise<Record<string, string>> {
  const api = (key: string) => stage.apiOf(key)
  const send = (key: string, amount: number, note: string) =>
    sendKnowingly(api('caiwu'), { payeeId: stage.idOf(key), amount, note, onBehalfOf })
  const plain = await send('zhangwei', 600_000, '差旅')
  const other = await send('sunli', 520_000, '团建')
  const glass = await send('zhangwei2', 4_800_000, '抢修设备的尾款，发票随后补上')
  const path = { sendId: glass }
  const handed = { toId: stage.idOf('laoban'), note: '我在外地，看不到合同' }
  await api('lina').transferApprovalSeat({ path, body: handed })
  await api('laoban').askSenderOfApproval({ path, body: { note: '合同编号是多少？' } })
  await api('caiwu').answerApprover({ path, body: { note: 'HT-2026-118，第三条写的就是这一笔' } })
  await api('wangfang').breakGlass({ path, body: { note: '停机抢修，对方在等' } })
  const until = toIso(Date.parse((await api('laoban').readClock()).now) + 5 * dayMs)
  await api('laoban').delegateApprovals({
    path: { id: onBehalfOf },
    body: { toId: stage.idOf('lina'), until },
  })
  return { plain, other, glass }
}

/** A packet of which one share is claimed, and one that was taken back. */
async function sendPackets(stage: Stage, onBehalfOf: string): Promise<Record<string, string>> {
  const sender = stage.apiOf('caiwu')
  const send = async (total: number, greeting: string) => {
    const recipientIds = ['zhangwei', 'lina'].map((key) => stage.idOf(key))
    const ask = { kind: 'equal' as const, recipientIds, total, count: 2, greeting, onBehalfOf }
    const { shownHash } = await sender.previewPacket({ body: ask })
    return (await sender.sendPacket({ body: { ...ask, confirmation: { shownHash } } })).id
  }
  const half = await send(26_000, '工具费')
  const back = await send(18_800, '加班辛苦了')
  await stage.forward(minuteMs)
  for (const id of [half, back]) await stage.apiOf('lina').claimPacket({ path: { id } })
  await stage.apiOf('laoban').recallOnBehalf({
    path: { id: onBehalfOf },
    body: { sendId: back, manner: 'remainder', reason: 'AM09', note: '金额填错了，重发' },
  })
  return { half, back }
}

/** Somebody stopped, and somebody invited elsewhere. */
async function changePeople(stage: Stage, id: string, house: string): Promise<void> {
  const path = { id, memberId: stage.idOf('baba') }
  await stage
    .apiOf('laoban')
    .suspendOrganisationMember({ path, body: { reason: '手机丢了，找回来之前先停' } })
  await stage.apiOf('kefuzhuguan').inviteOrganisationMember({
    path: { id: house },
    body: { memberId: stage.idOf('liuyang'), roles: ['auditor'] },
  })
}
