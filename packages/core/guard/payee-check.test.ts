import { describe, expect, test } from 'vitest'
import { checkPayee, type PayeeAnswer } from './payee-check.ts'

describe('the payee check', () => {
  const cases: [string, string | null, PayeeAnswer][] = [
    ['李彩霞', '李彩霞', 'MTCH'],
    [' 李彩霞 ', '李彩霞', 'MTCH'],
    ['LISA', 'lisa', 'MTCH'],
    ['彩霞', '李彩霞', 'CMTC'],
    ['张玮', '张伟', 'CMTC'],
    ['彩虹', '李彩霞', 'CMTC'],
    ['周建军', '周建国', 'CMTC'],
    ['王芳', '李丽', 'NMTC'],
    ['王芳', '刘芳', 'NMTC'],
    ['霞', '李彩霞', 'NMTC'],
    ['...', '李彩霞', 'NOAP'],
    ['李彩霞', '～', 'NOAP'],
    ['李彩霞', null, 'NOAP'],
  ]
  test.each(cases)('%s for %s answers %s', (typed, name, answer) => {
    expect(checkPayee(typed, name)).toMatchObject({ answer, typed })
  })

  test('the true name is told where it is close, and only there', () => {
    expect(checkPayee('彩霞', '李彩霞')).toEqual({ answer: 'CMTC', typed: '彩霞', name: '李彩霞' })
    expect(checkPayee('王芳', '李丽')).toEqual({ answer: 'NMTC', typed: '王芳', name: null })
  })

  test('nobody is checked where no name was given', () => {
    expect(checkPayee(null, '李丽')).toBeNull()
  })
})
