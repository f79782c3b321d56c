import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkScam } from '@laisee/core/scam/check-scam.ts'
import { laisee, laiseeHere } from '../testing/run-laisee.ts'

const fraud = '转错了，别点退还，那张卡冻结了，麻烦退到我朋友的卡上'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laisee-scam-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('laisee scam-check', () => {
  test('checks a text, a file or the standard input without a server', async () => {
    const file = join(folder, 'message.txt')
    await writeFile(file, fraud)
    const expected = JSON.parse(JSON.stringify(checkScam({ text: fraud }))) as unknown
    for (const ran of [
      await laisee(['scam-check', '--json', fraud]),
      await laisee(['scam-check', '--json', '--file', file]),
      await laisee(['scam-check', '--json'], { input: fraud }),
    ]) {
      expect(ran.status).toBe(1)
      expect(JSON.parse(ran.out)).toEqual(expected)
    }
  })

  test('says it in words, in the language asked for', async () => {
    const zh = await laiseeHere(['scam-check', '--language', 'zh', fraud])
    expect(zh.out).toContain('很像骗局，先别动')
    expect(zh.out).toContain('S4 “转错了”，要退到别处')
    expect(zh.out).toContain('马上打 110')
    const en = await laiseeHere(['scam-check', fraud])
    expect(en.out).toContain('This looks like a known fraud')
  })

  test('leaves with 0 where no sign was found, and does not say that it is safe', async () => {
    const { status, out } = await laiseeHere(['scam-check', '今晚吃什么'])
    expect(status).toBe(0)
    expect(out).toContain('No sign of a common fraud was found. That does not mean that it is safe')
  })

  test.each([
    [['--kind', 'picture', 'a'], '--kind must be'],
    [['--language', 'fr', 'a'], '--language must be zh or en'],
    [[' '], 'there is nothing to check'],
    [['--file', '/nowhere/at/all'], '/nowhere/at/all cannot be read'],
    [['--file', 'a', 'b'], 'a text or --file, not both'],
  ])('names what was typed wrong: %j', async (words, message) => {
    const { status, err } = await laiseeHere(['scam-check', ...words])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})
