import { describe, expect, test } from 'vitest'
import type { Block, BlockKind } from './paper.ts'
import { paperFileName } from './paper.ts'
import { composed, paperOf } from './testing/papers.ts'

const words = ({ runs }: Block) =>
  runs.map((run) => (run.kind === 'text' ? run.text : `<${run.hint}>`)).join('')
const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind)
const of = (blocks: readonly Block[], kind: BlockKind) =>
  blocks.filter((block) => block.kind === kind).map(words)

describe('a claim on paper', () => {
  test('has what a court expects, in the order a court expects it', () => {
    const { blocks, title } = paperOf('claim_draft')
    expect(title).toBe('民事起诉状')
    expect(kinds(blocks)).toEqual([
      ...['title', 'party', 'party', 'party'],
      ...['heading', 'item', 'item', 'item', 'heading', 'paragraph', 'paragraph'],
      ...['heading', 'paragraph', 'paragraph', 'paragraph', 'heading', 'item', 'item'],
      ...['to', 'addressee', 'paragraph', 'signed', 'signed', 'note'],
    ])
    expect(of(blocks, 'heading')).toEqual(['诉讼请求：', '事实与理由：', '法律依据：', '证据清单：'])
    expect(of(blocks, 'to')).toEqual(['此致'])
    expect(of(blocks, 'signed')).toEqual(['具状人：<你的签名>', '2026年11月22日'])
    expect(of(blocks, 'party')[0]).toBe('原告：<你的姓名、性别、出生日期、住址、联系方式>')
  })

  test('has the same parts in English', () => {
    const english = paperOf('claim_draft', composed('claim_draft', {}, 'en'))
    expect(kinds(english.blocks)).toEqual(kinds(paperOf('claim_draft').blocks))
    expect(english.language).toBe('en')
  })

  test('keeps every line its writer changed, and takes a line without a place as a paragraph', () => {
    const text = composed('claim_draft')
      .replace('诉讼请求\n', '我要的\n')
      .replace('【你的签名】', '张三')
      .concat('\n\n补充一句')
    const { blocks } = paperOf('claim_draft', text)
    const all = blocks.map(words).join('\n')
    for (const line of text.split('\n').filter((one) => one !== ''))
      expect(all).toContain(line.replaceAll('【', '<').replaceAll('】', '>'))
    expect(of(blocks, 'signed')[0]).toBe('具状人：张三')
  })

  test('is plain paragraphs where nothing of its parts is left', () => {
    const { blocks } = paperOf('claim_draft', '一句话\n\n第二句\t有制表符\r\n第三句')
    expect(kinds(blocks)).toEqual(['title', 'paragraph', 'paragraph'])
    expect(words(blocks[1]!)).toBe('第二句 有制表符')
    expect(kinds(paperOf('claim_draft', '').blocks)).toEqual(['title'])
  })
})

describe('a letter on paper', () => {
  test('a demand names whom it is to, and is signed and dated at its end', () => {
    const { blocks } = paperOf('demand')
    expect(of(blocks, 'party')).toEqual(['致：<对方姓名或账号昵称>'])
    expect(of(blocks, 'paragraph')).toHaveLength(4)
    expect(of(blocks, 'signed')).toEqual(['<你的姓名>', '2026年11月22日'])
  })

  test('a request for judicial confirmation is to the court, and signed by both', () => {
    const { blocks } = paperOf('judicial_confirmation')
    expect(of(blocks, 'to')).toEqual(['此致'])
    expect(of(blocks, 'addressee')).toEqual(['<人民法院>'])
    expect(of(blocks, 'signed')).toEqual(['申请人（双方签名）：<双方签名>', '<申请日期>'])
    const english = paperOf('judicial_confirmation', composed('judicial_confirmation', {}, 'en'))
    expect(of(english.blocks, 'signed')).toEqual(['Signed by both: <both signatures>', '<day>'])
  })
})

test('a paper’s file is named after its title and day, in characters that every file system takes', () => {
  expect(paperFileName(paperOf('claim_draft'), 'docx')).toBe('民事起诉状 2026-11-22.docx')
  expect(paperFileName(paperOf('demand', '../a\\b:"c" ?\u202e*'), 'pdf')).toBe('a b c 2026-11-22.pdf')
  expect(paperFileName(paperOf('demand', '***'), 'pdf')).toBe('laisee 2026-11-22.pdf')
  expect(paperFileName(paperOf('demand', '长'.repeat(400)), 'pdf')).toHaveLength(55)
})
