import { describe, expect, test } from 'vitest'
import { amountInCapitals } from '../words/capitals.ts'
import { FontError } from './font-coverage.ts'
import { paperIds } from './paper.ts'
import { makePdfFile } from './pdf-file.ts'
import { bold, composed, paperOf, regular } from './testing/papers.ts'
import { readPdf } from './testing/read-pdf.ts'

const textOf = async (...given: Parameters<typeof paperOf>) =>
  readPdf((await makePdfFile(paperOf(...given), { regular })).bytes).pages.join('')

describe('a paper as a PDF', () => {
  test('is on A4 with numbered pages and the fonts inside', async () => {
    const { bytes, missing } = await makePdfFile(paperOf('claim_draft'), { regular, bold })
    const { pages, embedded, mediaBoxes, info } = readPdf(bytes)
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7')
    expect(pages).toHaveLength(2)
    expect(new Set(mediaBoxes)).toEqual(new Set(['0 0 595.28 841.89']))
    expect(pages[0]).toMatch(/^民事起诉状原告：_{14}（你的姓名/)
    expect(pages[0]).toContain('2. 请求判令被告返还原告 ¥7,440.00（柒仟肆佰肆拾元整）；')
    expect(pages[1]).toContain('第 2 页，共 2 页')
    expect(embedded.map((name) => name.replace(/^[A-Z]+\+/, '')).sort()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ])
    expect(info).toContain('(D:20261122000000Z)')
    expect(missing).toEqual([])
  })

  test.each(paperIds)('%s gives the same bytes each time', async (id) => {
    const make = async () => (await makePdfFile(paperOf(id), { regular })).bytes
    expect(Buffer.compare(await make(), await make())).toBe(0)
  })

  test('leaves the writer’s blanks blank, as lines to write on', async () => {
    const text = await textOf('claim_draft')
    expect(text).toContain('具状人：______________（你的签名）')
    expect(text.match(/_{14}/g)).toHaveLength(9)
    expect(text).not.toMatch(/[【】]/)
  })

  test('shows a character without a glyph as its code point, and tells which', async () => {
    const said = '返还请求函\n王㐆 𠮷 😀👍🏽 \u200b\u202e完'
    const { bytes, missing } = await makePdfFile(paperOf('demand', said), { regular })
    const text = readPdf(bytes).pages.join('')
    expect(text).toContain('[U+1F600][U+1F44D][U+1F3FD]')
    expect(missing).toContain('U+1F600')
    expect(missing).toContain('U+202E')
    for (const name of missing) expect(text).toContain(`[${name}]`)
    expect(text).not.toContain('\ufffd')
    expect(text).toContain('完')
  })

  test('writes any name and any amount as it is, and a word without an end over several lines', async () => {
    const name = '欧阳上官司马诸葛皇甫尉迟公孙慕容'.repeat(3).slice(0, 40)
    for (const amount of [1n, 5_000_000n]) {
      const said = composed('claim_draft', { amount }).replace('【你的签名】', name)
      const text = await textOf('claim_draft', said)
      expect(text).toContain(name)
      expect(text).toContain(`${amount === 1n ? '¥0.01' : '¥50,000.00'}（${amountInCapitals(amount)}）`)
    }
    const long = 'x'.repeat(400)
    expect(await textOf('demand', `题\n${long}`)).toContain(long)
  })

  test('a long text goes on over as many pages as it needs, each numbered', async () => {
    const { bytes } = await makePdfFile(paperOf('demand', `题\n${'很长的一段话。\n'.repeat(200)}`), {
      regular,
    })
    const { pages } = readPdf(bytes)
    expect(pages.length).toBeGreaterThan(5)
    pages.forEach((page, at) => expect(page).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`))
  })

  test('bytes that are no font are told apart from a fault', async () => {
    const paper = paperOf('demand')
    for (const bytes of [new Uint8Array(), new Uint8Array(64), regular.subarray(0, 2_000)])
      await expect(makePdfFile(paper, { regular: bytes })).rejects.toBeInstanceOf(FontError)
  })
})
