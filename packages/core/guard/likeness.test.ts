import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { likenessOf, type Likeness } from './likeness.ts'
import { shapeOf } from './name-shape.ts'

describe('two names are taken for each other', () => {
  const cases: [string, string, Likeness | undefined, string][] = [
    ['彩虹', '彩虹', 'same', 'one name'],
    ['张伟', '張偉', 'sound', 'traditional and simplified sound the same'],
    ['张伟', '张玮', 'sound', 'homophones'],
    ['张伟', '章伟', 'sound', 'a surname that sounds the same'],
    ['曾静', '增静', 'sound', 'the surname reading of 曾'],
    ['顾美玲', '顾美琳', 'sound', 'n and ng'],
    ['陈思', '陈诗', 'sound', 's and sh'],
    ['阿芳', '团长阿芳', 'near', 'what is put before a name'],
    ['钟点工王姐', '王姐', 'near', 'or left out'],
    ['Kenny', 'Kenny老师', 'near', 'what somebody is called, behind the name'],
    ['Kenny', 'Kenny小吃', undefined, 'and not what they sell'],
    ['阿杰', '陈阿姨', undefined, 'a 阿 that stands before anybody’s name'],
    ['李娜', '李 娜', 'look', 'a space between'],
    ['Ｌｉｓａ', 'Lisa', 'look', 'full width'],
    ['lisa', 'LISA', 'look', 'large and small letters'],
    ['Pau1', 'Paul', 'look', 'a digit for a letter'],
    ['аlice', 'alice', 'look', 'a Cyrillic а'],
    ['彩虹（沈阳）', '彩虹(上海)', 'look', 'only the remark in brackets differs'],
    ['张伟新号', '张伟', 'look', 'a word for a new account behind it'],
    ['彩虹🌈', '彩虹', 'look', 'a picture beside it'],
    ['A张伟', '张伟', 'look', 'a letter that puts it first in a list'],
    ['【客户】张伟', '张伟', 'look', 'a remark before it'],
    ['🌈🌈', '🌈', 'avatar', 'pictures alone'],
    ['周婷', '周婷婷', 'near', 'a name said twice'],
    ['周建国', '周建军', 'near', 'one character apart'],
    ['李浩然', '赵浩然', 'near', 'one given name'],
    ['彩虹', '李彩霞', 'near', 'one character from the given name'],
    ['Marianne', 'Mariane', 'near', 'one letter left out'],
    ['王芳', '刘芳', 'avatar', 'one last character'],
    ['Anna', 'Andy', 'avatar', 'one first letter'],
    ['王芳', '李丽', undefined, 'nothing in common'],
    ['王芳', '王丽', undefined, 'two of two characters are not near'],
    ['Ann', 'Bob', undefined, 'short names'],
    ['🌈', '🌧', undefined, 'two pictures'],
    ['🌈', '🌈', 'same', 'one picture'],
    ['ــ', '..', undefined, 'nothing that can be compared'],
  ]
  test.each(cases)('%s · %s is %s: %s', (one, other, likeness) => {
    expect(likenessOf(one, other)).toBe(likeness)
    expect(likenessOf(other, one)).toBe(likeness)
  })

  test('whatever the names are, it answers, and the same from both sides', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (a, b) => {
          expect(likenessOf(a, b)).toBe(likenessOf(b, a))
          expect(likenessOf(a, a)).toBe('same')
        },
      ),
    )
  })

  test('forty characters, right to left, and pictures have a shape', () => {
    for (const name of ['长'.repeat(40), 'مُحَمَّد عبد الله', '👩‍👩‍👧‍👦 家', 'X Æ A-12', '']) {
      expect(shapeOf(name).letters.length).toBeLessThanOrEqual(64)
    }
    expect(likenessOf('محمد', 'مُحَمَّد')).toBe('look')
  })
})
