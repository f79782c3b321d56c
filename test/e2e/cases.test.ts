/** A dispute with a picture that is blacked out on the phone, the other side's word on theirs, and a freeze that is objected to. */

import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, says, soon } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true, noWorker: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
}, 180_000)
afterAll(() => stage.close())

/** A picture whose left half is red, as a screenshot with something private in it. */
async function redAndWhite(): Promise<Buffer> {
  const red = { create: { width: 300, height: 400, channels: 3, background: '#ff0000' } } as const
  const white = { create: { width: 600, height: 400, channels: 3, background: '#ffffff' } } as const
  const left = await sharp(red).png().toBuffer()
  return sharp(white)
    .composite([{ input: left, left: 0, top: 0 }])
    .png()
    .toBuffer()
}

/** The colour of a point of a picture, by its place in it from 0 to 1. */
async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
  return [...data.subarray(at, at + 3)]
}

/** Draw a black box over the left half by hand, and see what is sent. */
async function blackOutLeft({ page }: Phone): Promise<void> {
  await page.getByRole('dialog', { name: '涂掉与争议无关的内容' }).waitFor()
  const picture = (await page.getByRole('img', { name: /^要涂黑的图片/ }).boundingBox())!
  await page.mouse.move(picture.x + 1, picture.y + 1)
  await page.mouse.down()
  await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height - 1, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: /^第 1 个黑框，左 0%，上 0%，宽 50%/ }).waitFor()
  await page.getByRole('button', { name: '看看发出去的样子' }).click()
  await page.getByRole('img', { name: /^发出去的图片/ }).waitFor()
}

longTest(
  'whoever was cheated opens a dispute, what they black out never leaves the phone, and the other side answers',
  async () => {
    const body = { payeeId: gugu.memberId, amount: 50_000, delayS: 0, note: '急用' }
    const transfer = await mama.api.sendTransfer({ body })
    await stage.forward(60_000)
    let sent = 0
    mama.page.on('request', (request) => {
      if (request.url().includes('/v1/documents')) sent += 1
    })

    await mama.go(`/transfers/${transfer.id}`)
    await mama.page.getByRole('link', { name: /^对这笔钱有争议/ }).click(soon)
    await mama.page.getByRole('radio', { name: /^被骗了/ }).click()
    await mama.page.getByRole('button', { name: '下一步' }).click()
    await mama.page.getByLabel('经过', { exact: true }).fill('她的号被盗了，骗子借钱。')
    await mama.page.reload()
    await says(mama.page, '第 2 步，共 4 步')
    await mama.page.getByRole('button', { name: '下一步' }).click()
    const chosen = mama.page.waitForEvent('filechooser')
    await mama.page.getByRole('button', { name: '添加聊天记录截图' }).click()
    await (await chosen).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: await redAndWhite() })
    await blackOutLeft(mama)
    expect(sent).toBe(0)
    await mama.page.getByRole('button', { name: '上传这张' }).click()
    await says(mama.page, '已加密上传')

    await mama.page.getByRole('button', { name: '下一步' }).click()
    await says(mama.page, '她的号被盗了，骗子借钱。')
    await mama.page.getByRole('button', { name: '提交争议' }).click()
    await mama.page.waitForURL(/\/disputes\/dsp_/)
    await mama.page.getByRole('button', { name: /^第 1 份材料/ }).waitFor(soon)
    const id = mama.page.url().split('/').at(-1)!

    await gugu.go('/inbox')
    await gugu.page.getByRole('link', { name: /提出了争议/ }).click(soon)
    await says(gugu.page, '她的号被盗了，骗子借钱。')
    await says(gugu.page, /交了 1 份材料，只有处理人员能看/)
    await gugu.page.getByLabel('你这边的情况', { exact: true }).fill('不是我收的，手机丢了。')
    await gugu.page.getByRole('button', { name: '提交', exact: true }).click()
    await says(mama.page, '不是我收的，手机丢了。')
    const { facts, state } = await mama.api.readDispute({ path: { id } })
    const { documentId } = facts.find(({ kind }) => kind === 'document')!
    const { contentBase64 } = await mama.api.readDocument({ path: { id: documentId! } })
    const kept = Buffer.from(contentBase64, 'base64')
    expect((await colourAt(kept, 0.25, 0.5)).every((part) => part < 5)).toBe(true)
    expect((await colourAt(kept, 0.75, 0.5)).every((part) => part > 250)).toBe(true)
    expect([state, facts.map(({ kind }) => kind)]).toEqual(['waiting', ['opened', 'document', 'statement']])
    expect(await gugu.api.readDispute({ path: { id } })).toMatchObject({ amount: 50_000 })
  },
)

longTest('whoever is frozen sees why and objects; another agent lets the money go', async () => {
  const [agent, other] = [stage.apiOf('kefu'), stage.apiOf('kefu2')]
  const before = await balanceOf(gugu)
  const body = { kind: 'amount', subjectId: gugu.memberId, amount: 20_000, basis: 'policy' } as const
  const { id } = await agent.freezeMoney({ body: { ...body, reason: 'dispute', note: '先放着。' } })
  await gugu.go('/wallet')
  await gugu.page.getByRole('link', { name: /^零钱里有 ¥200.00 被冻结/ }).click(soon)
  await says(gugu.page, '先放着。')
  await says(gugu.page, '平台的争议处理人员，按平台规则')
  await gugu.page.getByLabel('为什么不该冻结').fill('这是我的工资。')
  await gugu.page.reload()
  await gugu.page.getByRole('button', { name: '提交申诉' }).click()
  await says(gugu.page, '申诉等待答复')
  expect(await balanceOf(gugu)).toBe(before - 20_000)
  await other.answerFreezeAppeal({ path: { id }, body: { outcome: 'upheld', answer: '核实了。' } })
  await says(gugu.page, '冻结的 ¥200.00 已解冻')
  await says(gugu.page, '申诉成立，已解除')
  expect(await balanceOf(gugu)).toBe(before)
})
