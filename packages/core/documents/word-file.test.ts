import { describe, expect, test } from 'vitest'
import { amountInCapitals } from '../words/capitals.ts'
import { paperIds, type Paper } from './paper.ts'
import { composed, paperOf } from './testing/papers.ts'
import { unzip } from './testing/unzip.ts'
import { makeWordFile } from './word-file.ts'

async function partsOf(paper: Paper) {
  const entries = unzip(await makeWordFile(paper))
  const part = (name: string) => entries.get(name)!.data.toString('utf8')
  return { entries, part, body: part('word/document.xml') }
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The words of each paragraph; what is underlined stands as `_`. */
function paragraphsOf(body: string): string[] {
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph]) =>
    [...paragraph!.matchAll(/<w:r>(.*?)<\/w:r>/gs)]
      .map(([, run]) => {
        const words = [...run!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, one]) => one).join('')
        return run!.includes('<w:u w:val="single"/>') ? words.replaceAll('\u00a0', '_') : unescaped(words)
      })
      .join(''),
  )
}

describe('a paper as a Word file', () => {
  test('is on A4 with numbered pages, its title in the middle and its requests numbered', async () => {
    const { body, part } = await partsOf(paperOf('claim_draft'))
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
    const paragraphs = paragraphsOf(body)
    expect(paragraphs[0]).toBe('民事起诉状')
    expect(body).toMatch(/<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:jc w:val="center"\/>.*?民事起诉状/s)
    expect(paragraphs).toContain('2. 请求判令被告返还原告 ¥7,440.00（柒仟肆佰肆拾元整）；')
    expect(paragraphs).toContain('此致')
    const footer = part('word/footer1.xml')
    expect(footer).toContain('PAGE</w:instrText>')
    expect(footer).toContain('NUMPAGES</w:instrText>')
  })

  test('leaves the writer’s blanks blank, as lines to write on', async () => {
    const paragraphs = paragraphsOf((await partsOf(paperOf('claim_draft'))).body)
    expect(paragraphs).toContain('具状人：________________（你的签名）')
    expect(paragraphs.join('')).not.toMatch(/[【】]/)
    expect(paragraphs.join('').match(/_{16}/g)).toHaveLength(9)
  })

  test.each(paperIds)('%s gives the same bytes each time, and knows no clock', async (id) => {
    const [first, second] = [await makeWordFile(paperOf(id)), await makeWordFile(paperOf(id))]
    expect(Buffer.compare(first, second)).toBe(0)
    const { entries, part } = await partsOf(paperOf(id))
    expect(new Set([...entries.values()].map(({ stamp }) => stamp))).toEqual(new Set([0x0021_0000]))
    expect(part('docProps/core.xml')).toContain('>2026-11-22T00:00:00Z</dcterms:created>')
    for (const { data } of entries.values())
      expect(data.toString('utf8').replaceAll('2026-11-22T00:00:00Z', '')).not.toMatch(/20\d\d-\d\d-\d\dT/)
  })

  test('writes any name and any amount as it is', async () => {
    const name = '欧阳上官司马诸葛皇甫尉迟公孙慕容'.repeat(3).slice(0, 40)
    for (const amount of [1n, 5_000_000n]) {
      const text = composed('claim_draft', { amount }).replace('【你的签名】', name)
      const paragraphs = paragraphsOf((await partsOf(paperOf('claim_draft', text))).body)
      expect(paragraphs).toContain(`具状人：${name}`)
      expect(paragraphs.join()).toContain(
        `${amount === 1n ? '¥0.01' : '¥50,000.00'}（${amountInCapitals(amount)}）`,
      )
    }
  })

  test('holds rare characters and marks of XML, and shows what XML cannot hold as code points', async () => {
    const text = '返还请求函\n𠮷野家 😀 <w:p> & "x" \u0000\ud83d 尾'
    const { body, part } = await partsOf(paperOf('demand', text))
    expect(paragraphsOf(body)[1]).toBe('𠮷野家 😀 <w:p> & "x" [U+0000][U+D83D] 尾')
    expect(part('word/document.xml')).not.toContain('\ufffd')
  })
})
