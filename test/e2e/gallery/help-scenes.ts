/** The advisor’s scenes: each question, plans of several kinds, what opens over them, and the scam check’s three verdicts. */

import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const dayMs = 86_400_000

/** Somebody who sent ¥500 to the wrong business contact on WeChat a fortnight ago, and has waited for an answer. */
const toBusiness = {
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  amount: 50_000,
  cause: 'wrong_person',
  relation: 'business',
}

/** Tell the advisor these facts as its own questions would, and open a page with them told. */
export async function tellHelp(
  page: Page,
  path: string,
  facts: object,
  sentAgoMs = 14 * dayMs,
): Promise<void> {
  await page.evaluate(
    ([told, ago]) => {
      const sentAt = new Date(performance.timeOrigin - ago).toISOString()
      localStorage.setItem('laisee.main.help', JSON.stringify({ facts: { sentAt, ...told } }))
    },
    [facts, sentAgoMs] as const,
  )
  await page.goto(path)
  await page.locator('h1').first().waitFor()
}

const plan = (facts: object, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await tellHelp(page, '/help/plan', facts)
  await page.locator('.plan-first').waitFor()
  await page.locator('.plan-clocks').waitFor()
  await then?.(page)
}

/** The first step that ends in a paper, open alone, with its buttons in sight. */
async function openPaper(page: Page): Promise<void> {
  const toggle = (open: boolean, but: string) =>
    page.evaluate(
      ([isOpen, kept]) => {
        for (const step of document.querySelectorAll<HTMLDetailsElement>('.plan-step > details'))
          if (kept === '' || step !== document.querySelector(kept)) step.open = isOpen
      },
      [open, but] as const,
    )
  await toggle(true, '')
  const paper = page.locator('.plan-paper').first()
  await paper.waitFor()
  await toggle(false, '.plan-step > details:has(.plan-paper)')
  await paper.evaluate((element) => element.scrollIntoView({ block: 'end' }))
}

async function check(page: Page, text: string): Promise<void> {
  await page.locator('.scam-form textarea').fill(text)
  await page.locator('.scam-form button[type=submit]').click()
  await page.locator('.scam-result section, .scam-result h2').first().waitFor()
}

const question = (q: number, title: string, telling = false): Shot => ({
  name: `help-ask-${q}`,
  title,
  says: 'One question a page; “I do not know” is always an answer.',
  who: null,
  path: () => '/help',
  act: (page) =>
    tellHelp(page, `/help/ask?q=${q}`, q === 1 ? { sentAt: null } : { ...toBusiness, sentAt: null }),
  telling,
})

const planShot = (name: string, title: string, says: string, act: Shot['act'], telling = false): Shot => ({
  name,
  title,
  says,
  who: null,
  path: () => '/help',
  ...(act ? { act } : {}),
  telling,
})

const scam = (name: string, title: string, text: string, telling = false): Shot => ({
  name: `scam-${name}`,
  title,
  says: 'What was seen and what to do. No link is opened, and nothing is sent anywhere.',
  who: null,
  path: () => '/help/scam',
  act: (page) => check(page, text),
  telling,
})

export const dangerText =
  '亲，误发的红包可以撤回：https://weixin.qq.com.evil.top/recall 请输入支付密码，十分钟内有效'
export const suspiciousText = '你好，我是微信客服，你的账户异常，请尽快联系我处理'
export const calmText = '今晚七点来家里吃饭吗'

/** Every scene of the advisor, in the order somebody would meet them. */
export const helpShots: readonly Shot[] = [
  planShot('help', 'The front door', 'No account, and nothing leaves the device.', undefined, true),
  question(1, 'Where, and what', true),
  question(2, 'How it stands'),
  question(3, 'When', true),
  question(4, 'How much'),
  question(5, 'Why'),
  question(6, 'To whom', true),
  planShot(
    'help-plan',
    'A plan',
    'The next step as a card, its words to copy, then the rest.',
    plan(toBusiness),
    true,
  ),
  planShot(
    'help-plan-step',
    'A step that ends in a paper',
    'The claim’s draft, as a Word file or a PDF.',
    plan(toBusiness, openPaper),
    true,
  ),
  planShot(
    'help-plan-answer',
    'One more answer',
    'A fact is changed over the plan; what changes is marked.',
    plan(toBusiness, async (page) => {
      await page.locator('.plan-known .choice').first().click()
      await page.getByRole('dialog').waitFor()
    }),
    true,
  ),
  planShot(
    'help-plan-unknown',
    'A plan when little is known',
    'What holds whatever the answers are.',
    plan({ platform: 'wechat', sentAt: null }),
  ),
  planShot(
    'help-plan-fraud',
    'Deceived',
    'First the bank and the police; no step that only an honest mistake would allow.',
    plan({ ...toBusiness, cause: 'deceived' }),
  ),
  {
    name: 'help-never',
    title: 'What is so, and what never to do',
    says: 'Each platform, the “never” list with its reasons, and figures without a source marked so.',
    who: null,
    path: () => '/help/never',
    telling: true,
  },
  scam('danger', 'A fraud', dangerText, true),
  scam('suspicious', 'Perhaps a fraud', suspiciousText),
  scam('none', 'No sign found', calmText),
]
