import { expect, test } from 'vitest'
import { isProblem, purseFields, readPayeeName } from './purse-fields.ts'

test('one’s own wallet needs no word, an allowance and an organisation are named, and an organisation pays alone', () => {
  expect(purseFields({ paidFrom: '', onBehalfOf: '' })).toEqual({})
  expect(purseFields({ paidFrom: 'fam_1', onBehalfOf: '' })).toEqual({ paidFrom: 'fam_1' })
  expect(purseFields({ paidFrom: 'fam_1', onBehalfOf: 'org_1' })).toEqual({ onBehalfOf: 'org_1' })
})

test('a name to check is taken as the service takes it; none is none, and what cannot be seen is told', () => {
  expect(readPayeeName('   ')).toEqual({})
  expect(readPayeeName(' 王　芳 ')).toEqual({ payeeName: '王 芳' })
  const odd = readPayeeName('王\u202e芳')
  expect(isProblem(odd) && odd).toEqual({ field: 'payeeName', code: 'payee_name_odd' })
  expect(isProblem(readPayeeName('名'.repeat(65)))).toBe(true)
})
