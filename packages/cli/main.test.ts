import { describe, expect, test } from 'vitest'
import { laisee, laiseeHere } from './testing/run-laisee.ts'

describe('the command line', () => {
  test('lists its commands when asked for help', async () => {
    const { status, out } = await laisee(['--help'])
    expect(status).toBe(0)
    for (const name of ['split', 'verify']) expect(out).toContain(`\n  ${name} `)
  })

  test('refuses a command it does not have', async () => {
    const { status, out, err } = await laisee(['sned'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain('there is no command "sned"')
  })

  test.each([
    [['split', '--totl', '100'], 'there is no option --totl'],
    [['split', '--method', 'wechat', '--total', '9', '--count', '1', 'x'], '"x" is one argument too many'],
    [['verify'], 'Missing required positional argument: FILE'],
  ])('refuses what it was not told about: %j', async (words, message) => {
    const { status, out, err } = await laiseeHere(words)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(message)
  })

  test('says what each command takes', async () => {
    const { status, out } = await laiseeHere(['split', '--help'])
    expect(status).toBe(0)
    for (const option of ['--method', '--total', '--count', '--times', '--seed', '--json'])
      expect(out).toContain(option)
  })
})
