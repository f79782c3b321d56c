/** The gallery's shots: whose phone, which page, and what is done on it before the picture. */

import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const cover = (id: string) => (scene: Scene) => `/packets/${scene.ids[id]}/open`
const packet = (id: string) => (scene: Scene) => `/packets/${scene.ids[id]}`
const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()
const never = () => new Promise<never>(() => undefined)
const fillAmount = (text: string) => (page: Page) =>
  page
    .getByRole('textbox', { name: /总金额|单个金额|^金额|^Total|^Amount/ })
    .first()
    .fill(text)

const first: readonly Shot[] = [
  {
    name: 'welcome',
    title: 'Welcome',
    says: 'A demo world: choose who to be.',
    who: null,
    path: () => '/',
    telling: true,
  },
  {
    name: 'sign-in-wrong',
    title: 'A sign-in link that is not good',
    says: 'What it means and the way on.',
    who: null,
    path: () => '/sign-in#code=abcdefgh',
  },
  {
    name: 'claim-signed-out',
    title: 'A packet by link',
    says: 'Before anyone signs in: whose and in which words, never how much.',
    who: null,
    path: ({ link }) => link,
  },
  {
    name: 'claim-bad',
    title: 'A link that is not good',
    says: 'Altered, or not whole.',
    who: null,
    path: () => '/claim#not-a-token',
  },
]

const chats: readonly Shot[] = [
  {
    name: 'chats',
    title: 'Chats',
    says: 'People and groups, latest first.',
    who: 'mama',
    path: () => '/chats',
    telling: true,
  },
  {
    name: 'chat',
    title: 'A group',
    says: 'Packets in every state, as bubbles.',
    who: 'mama',
    path: ({ family }) => `/chats/${family}`,
    telling: true,
  },
  {
    name: 'chat-person',
    title: 'One person',
    says: 'Packets and transfers between two.',
    who: 'mama',
    path: ({ stage }) => `/chats/${stage.idOf('baba')}`,
  },
  {
    name: 'chat-empty',
    title: 'A chat with nothing in it',
    says: 'What will be here.',
    who: 'chenchen2',
    path: ({ stage }) => `/chats/${stage.idOf('xiaoyu')}`,
  },
  {
    name: 'people',
    title: 'Contacts',
    says: 'Alias, relation, last paid.',
    who: 'mama',
    path: () => '/people',
  },
  {
    name: 'person',
    title: 'A person',
    says: 'With someone of the same name beside.',
    who: 'mama',
    path: ({ stage }) => `/people/${stage.idOf('caihong')}`,
  },
  {
    name: 'group',
    title: 'A group’s page',
    says: 'Who is in it.',
    who: 'mama',
    path: ({ family }) => `/groups/${family}`,
  },
]

const sending: readonly Shot[] = [
  {
    name: 'send-choose',
    title: 'Whom to send to',
    says: 'Chats, contacts and groups.',
    who: 'mama',
    path: () => '/send',
  },
  {
    name: 'send-lucky',
    title: 'A lucky packet to a group',
    says: 'The button says what will happen.',
    who: 'mama',
    path: ({ family }) => `/send?to=${family}`,
    act: async (page) => {
      await page
        .getByRole('textbox', { name: /个数|How many/ })
        .first()
        .fill('5')
      await fillAmount('100')(page)
    },
    telling: true,
  },
  {
    name: 'send-look-alike',
    title: 'Two people of one name',
    says: 'Side by side, with what differs.',
    who: 'mama',
    path: ({ stage }) => `/send?to=${stage.idOf('caihong')}`,
    act: fillAmount('52'),
    telling: true,
  },
  {
    name: 'send-problem',
    title: 'An amount that is too fine',
    says: 'Said, not rounded.',
    who: 'mama',
    path: ({ family }) => `/send?to=${family}`,
    act: fillAmount('0.001'),
  },
  {
    name: 'send-link',
    title: 'A packet by link',
    says: 'What a link means.',
    who: 'mama',
    path: () => '/send?to=link',
  },
  {
    name: 'transfer-form',
    title: 'A transfer',
    says: 'At once, in two hours, in a day.',
    who: 'mama',
    path: ({ stage }) => `/transfer?to=${stage.idOf('baba')}`,
    act: fillAmount('1100'),
    telling: true,
  },
  {
    name: 'undo-bar',
    title: 'The undo bar',
    says: 'From the moment of sending, over every page.',
    who: 'nainai',
    path: ({ family }) => `/chats/${family}`,
    act: async (page, { stage, family }) => {
      await stage.apiOf('nainai').sendPacket({
        body: { kind: 'equal', groupId: family, count: 4, total: 8_000, greeting: '奶奶的红包' },
      })
      await button(page, /撤销|Undo/).waitFor()
    },
    telling: true,
  },
  {
    name: 'send-unanswered',
    title: 'No answer came',
    says: 'Where the money is, and what happens next.',
    who: 'gugu',
    path: ({ family }) => `/send?to=${family}`,
    act: async (page) => {
      await page.getByRole('textbox', { name: /个数/ }).first().fill('2')
      await fillAmount('10')(page)
      await page.route('**/v1/packets', (route) => route.abort())
      await button(page, /塞钱进红包 ¥/).click()
      await page
        .getByText(/正在核对/)
        .first()
        .waitFor({ timeout: 40_000 })
    },
  },
]

const covers: readonly Shot[] = [
  {
    name: 'cover',
    title: 'The cover',
    says: 'Whose, in which words, and 開. No password.',
    who: 'mama',
    path: cover('open'),
    telling: true,
  },
  {
    name: 'cover-direct',
    title: 'For one person',
    says: 'Open, or send it back.',
    who: 'mama',
    path: cover('direct'),
  },
  {
    name: 'cover-asked',
    title: 'Asked not to open',
    says: 'Three ways, equal.',
    who: 'mama',
    path: cover('unwished'),
  },
  { name: 'cover-phrase', title: 'With a passphrase', says: '', who: 'mama', path: cover('phrase') },
  { name: 'cover-sold-out', title: 'Sold out', says: '', who: 'mama', path: cover('soldOut') },
  { name: 'cover-expired', title: 'Expired', says: '', who: 'mama', path: cover('expired') },
  { name: 'cover-recalled', title: 'Taken back', says: '', who: 'mama', path: cover('recalled') },
  {
    name: 'cover-paused',
    title: 'Paused',
    says: 'Opens by itself when it is released.',
    who: 'mama',
    path: cover('paused'),
  },
  {
    name: 'cover-not-yet',
    title: 'Not yet',
    says: 'Opens by itself when it is time.',
    who: 'mama',
    path: cover('notYet'),
  },
  { name: 'cover-test', title: 'A test packet', says: '', who: 'mama', path: cover('test') },
  {
    name: 'opened',
    title: 'Opened',
    says: 'The amount alone.',
    who: 'nainai',
    path: ({ toOpen }) => `/packets/${toOpen.pop()!}/open`,
    act: async (page) => {
      await button(page, /開红包|Open/).click()
      await page
        .getByText(/已存入零钱|in your wallet/i)
        .first()
        .waitFor()
    },
    telling: true,
  },
]

const pages: readonly Shot[] = [
  {
    name: 'packet-mine',
    title: 'A packet of one’s own',
    says: 'Who has what, where the rest is, until when.',
    who: 'mama',
    path: packet('mine'),
    telling: true,
  },
  { name: 'packet-theirs', title: 'A packet of someone else’s', says: '', who: 'gugu', path: packet('open') },
  {
    name: 'packet-proved',
    title: 'A provable split, verified',
    says: 'Recomputed on this device.',
    who: 'mama',
    path: packet('proved'),
    act: (page) => button(page, /在本机验证/).click(),
  },
  {
    name: 'recall-sheet',
    title: 'Before taking back',
    says: 'What would come back, and who has theirs.',
    who: 'mama',
    path: packet('mine'),
    act: (page) => button(page, /收回没领的|Take back/).click(),
    telling: true,
  },
  {
    name: 'share-sheet',
    title: 'Sharing a link',
    says: '',
    who: 'mama',
    path: packet('byLink'),
    act: (page) =>
      button(page, /分享链接/)
        .click()
        .then(() => button(page, /复制链接/).click()),
  },
  {
    name: 'transfer-mine',
    title: 'A transfer under way',
    says: 'When it arrives; taken back until then.',
    who: 'mama',
    path: ({ ids }) => `/transfers/${ids.transfer}`,
    telling: true,
  },
  {
    name: 'transfer-theirs',
    title: 'A transfer that arrived',
    says: '',
    who: 'mama',
    path: ({ ids }) => `/transfers/${ids.arrived}`,
  },
  {
    name: 'packet-lost',
    title: 'Nothing here',
    says: 'Not there, or not for this person.',
    who: 'mama',
    path: () => '/packets/pkt_00000000000000000000000000',
  },
]

const rest: readonly Shot[] = [
  {
    name: 'wallet',
    title: 'The wallet',
    says: 'The balance, money under way, every line.',
    who: 'mama',
    path: () => '/wallet',
    telling: true,
  },
  { name: 'inbox', title: 'The inbox', says: '', who: 'mama', path: () => '/inbox', telling: true },
  { name: 'settings', title: 'Settings', says: '', who: 'mama', path: () => '/settings', telling: true },
  {
    name: 'loading',
    title: 'While it loads',
    says: 'Shapes of the size of what comes.',
    who: 'liuyang',
    path: () => '/settings',
    act: async (page) => {
      await page.route('**/v1/wallet**', never)
      await page.goto('/wallet')
      await page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'offline',
    title: 'Without a network',
    says: 'How things stood, and that the money is safe.',
    who: 'mama',
    path: ({ family }) => `/chats/${family}`,
    act: async (page) => {
      await page.context().setOffline(true)
      await page
        .getByText(/没有网络/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'failed',
    title: 'It could not be loaded',
    says: '',
    who: 'wangfang',
    path: () => '/settings',
    act: async (page) => {
      await page.route('**/v1/wallet**', (route) => route.abort())
      await page.goto('/wallet')
      await page.getByRole('alert').first().waitFor({ timeout: 40_000 })
    },
  },
  {
    name: 'duo',
    title: 'Two people side by side',
    says: 'The demo’s two phones and its clock.',
    who: null,
    path: () => '/duo',
    act: (page) => page.waitForTimeout(2_500),
  },
]

/** Every shot, in the order of the page. */
export const shots: readonly Shot[] = [...first, ...chats, ...sending, ...covers, ...pages, ...rest]
