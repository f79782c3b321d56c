import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ical from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advise } from '@laisee/core/advisor/advise.ts'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import { toIso } from '@laisee/core/instant.ts'
import { sayPlan } from '@laisee/core/words/advisor/say-plan.ts'
import type { SaidPlan } from '@laisee/core/words/advisor/said-plan.ts'
import { realCases, type RealCase } from '../../../test/incidents/cases.ts'
import { laisee, laiseeHere } from '../testing/run-laisee.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laisee-advise-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = (told: RealCase['told'], now: number) => {
  const reading = readSituation(told, now)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return reading
}

async function fileOf(content: unknown, name = 'situation.json'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('laisee advise', () => {
  test('gives each real case the plan of the engine', async () => {
    for (const [name, { at, told }] of Object.entries<RealCase>(realCases)) {
      const file = await fileOf(told)
      const ran = await laiseeHere(['advise', '--situation', file, '--at', at, '--json'])
      expect(ran, name).toMatchObject({ status: 0, err: '' })
      const plan = JSON.parse(ran.out) as SaidPlan
      const now = Date.parse(at)
      const engine = advise(read(told, now).situation, now)
      expect(plan.branch?.code ?? null, name).toBe(engine.branch)
      expect(plan.steps.map(({ code }) => code)).toEqual(engine.steps.map(({ id }) => id))
      expect(plan.clocks.map(({ code, lastDay }) => [code, lastDay])).toEqual(
        engine.clocks.map(({ id, lastDay }) => [id, lastDay]),
      )
      expect(plan.at).toBe(toIso(now))
    }
  })

  test('runs without a server, from the standard input, and says what the API would', async () => {
    const { told } = realCases.huashang
    const ran = await laisee(['advise', '--situation', '-', '--json'], { input: JSON.stringify(told) })
    expect(ran).toMatchObject({ status: 0, err: '' })
    const plan = JSON.parse(ran.out) as SaidPlan
    const now = Date.parse(plan.at)
    expect(plan).toEqual(sayPlan(read(told, now), now, 'zh'))
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000)
  })

  test('prints steps with their clocks, the words to copy and what not to do, in Chinese unless asked', async () => {
    const file = await fileOf(realCases.susong.told)
    const zh = await laiseeHere(['advise', '--situation', file, '--at', realCases.susong.at])
    expect(zh.status).toBe(0)
    expect(zh.out).toContain('现在做这一步\n1. 发一条文字请求，留下送达记录')
    expect(zh.out).toContain('| 你好，2025年9月16日 10:00发给你的转账 ¥27,000.00 是误发')
    expect(zh.out).toContain('- 以发错为由请求撤销：90 天，不延长（最后一天 2025-12-15）')
    expect(zh.out).toContain('- 发错了不说成被骗')
    expect(zh.out).toContain('诉讼费 475.00 元，简易程序 237.50 元')
    expect(zh.out).not.toMatch(/undefined|\{\{|null|NaN/)
    const en = await laiseeHere(['advise', '--situation', file, '--at', realCases.susong.at, '--lang', 'en'])
    expect(en.out).toContain('Do this now\n1. Ask in writing, and keep the record that it arrived')
    expect(en.out).toContain('(Last day 2025-12-15)')
  })

  test('takes the language of the file where none is typed', async () => {
    const file = await fileOf({ cause: 'deceived', lang: 'en' })
    expect((await laiseeHere(['advise', '--situation', file])).out).toContain('Call 110 now')
    expect((await laiseeHere(['advise', '--situation', file, '--lang', 'zh'])).out).toContain('马上打 110')
  })

  test('names what cannot all be so, and gives the plan that holds all the same', async () => {
    const file = await fileOf({
      platform: 'wechat',
      product: 'direct',
      amount: 500_000,
      cause: 'wrong_person',
    })
    const { status, out } = await laiseeHere(['advise', '--situation', file])
    expect(status).toBe(0)
    expect(out).toContain('! 再看一下：微信一个红包最多 ¥200')
    expect(out).toContain('1. 打开这笔红包或转账，看看有没有被领')
  })

  test('writes the draft of a claim for Word and as a PDF, and never over another file', async () => {
    const file = await fileOf(realCases.susong.told)
    const words = ['advise', '--situation', file, '--at', realCases.susong.at, '--json', '--claim-draft']
    for (const [name, begins] of [
      ['claim.docx', 'PK'],
      ['claim.pdf', '%PDF-'],
    ] as const) {
      expect((await laiseeHere([...words, join(folder, name)])).status).toBe(0)
      const bytes = await readFile(join(folder, name))
      expect(bytes.toString('latin1').startsWith(begins)).toBe(true)
      const again = await laiseeHere([...words, join(folder, name)])
      expect(again.status).toBe(1)
      expect(again.err).toContain(`${name} cannot be written`)
      expect((await readFile(join(folder, name))).equals(bytes)).toBe(true)
    }
    const fraud = await fileOf({ cause: 'deceived' })
    const none = await laiseeHere(['advise', '--situation', fraud, '--claim-draft', join(folder, 'none.pdf')])
    expect(none.status).toBe(1)
    expect(none.err).toContain('no step of this plan goes to a court with a claim')
  })

  test('writes the deadlines for a calendar, and never over another file', async () => {
    const file = await fileOf(realCases.chifeng.told)
    const calendar = join(folder, 'deadlines.ics')
    const words = ['advise', '--situation', file, '--at', realCases.chifeng.at, '--json', '--ics', calendar]
    expect((await laiseeHere(words)).status).toBe(0)
    const text = await readFile(calendar, 'utf8')
    const events = new ical.Component(ical.parse(text) as unknown[]).getAllSubcomponents('vevent')
    const starts = Object.fromEntries(
      events.map((event) => [
        String(event.getFirstPropertyValue('uid')),
        String(event.getFirstPropertyValue('dtstart')),
      ]),
    )
    expect(starts).toMatchObject({
      'clock-mistake@laisee': '2015-08-03',
      'clock-enrichment@laisee': '2018-05-04',
      'step-demand_in_writing@laisee': '2015-05-18T15:59:59Z',
    })
    const again = await laiseeHere(words)
    expect(again.status).toBe(1)
    expect(again.err).toContain('deadlines.ics cannot be written')
    expect(await readFile(calendar, 'utf8')).toBe(text)
  })

  test.each<[string, unknown, string]>([
    ['is no JSON', '{"platform":', 'is not JSON'],
    ['is a list', [], 'must be an object'],
    ['has a fault in two fields', { amount: '1', cause: 'x' }, 'amount must be a whole number of fen'],
    ['has another language', { lang: 'fr' }, 'lang must be zh or en'],
    ['has a hundred thousand characters in a field', { cause: 'x'.repeat(100_000) }, 'cause must be one of'],
    ['has 200 pieces of evidence', { evidence: Array(200).fill('chat') }, 'evidence must have at most'],
    [
      'is lists in lists',
      `{"evidence":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'evidence must be a list',
    ],
    ['is longer than any', JSON.stringify({ x: 'x'.repeat(1_000_001) }), 'is longer than 1000000 characters'],
  ])('a situation that %s is refused by name', async (_, content, message) => {
    const { status, err } = await laiseeHere(['advise', '--situation', await fileOf(content, 'bad.json')])
    expect(status).toBe(2)
    expect(err).toContain(message)
    expect(err.length).toBeLessThan(2_000)
  })

  test.each([
    [['--lang', 'fr'], '--lang must be zh or en'],
    [['--at', 'yesterday', '--situation', '-'], '--at must be a moment with its time zone'],
    [['--claim-draft', 'claim.txt', '--situation', '-'], '--claim-draft must end in .docx or .pdf'],
    [['--ics', '', '--situation', '-'], '--ics is missing: the file to write'],
    [['--situation', '/nowhere/at/all'], '/nowhere/at/all cannot be read'],
    [['--save'], 'there is no option --save'],
  ])('names what was typed wrong: %j', async (words, message) => {
    const { status, err } = await laiseeHere(['advise', ...words])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  test('asks nobody where nobody sits', async () => {
    const { status, err } = await laisee(['advise'])
    expect(status).toBe(2)
    expect(err).toContain('there is nobody to ask: give --situation FILE')
  })
})
