/** The real command in a process of its own, as a person would run it. */

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { run } from '../main.ts'

const bin = fileURLToPath(new URL('../laisee.js', import.meta.url))

export interface Ran {
  status: number
  out: string
  err: string
}

export interface RunOptions {
  input?: string
  environment?: Record<string, string>
}

/** Run `laisee` with these words. Nothing of the test's own environment that it would read is handed on. */
export function laisee(
  words: readonly string[],
  { input = '', environment = {} }: RunOptions = {},
): Promise<Ran> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LAISEE_'))
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', ...environment }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words], { env })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }))
    child.stdin.end(input)
  })
}

/** The same command in this process, for a table of what it refuses: what it prints by the line is caught. */
export async function laiseeHere(words: readonly string[]): Promise<Ran> {
  const ran: Ran = { status: -1, out: '', err: '' }
  const out = vi.spyOn(console, 'log').mockImplementation((text: string) => void (ran.out += `${text}\n`))
  const err = vi.spyOn(console, 'error').mockImplementation((text: string) => void (ran.err += `${text}\n`))
  try {
    ran.status = await run(words)
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
  return ran
}

export interface Running {
  /** Wait until it has printed this; gives all that was printed until then. */
  printed(pattern: RegExp): Promise<string>
  /** Ask it to stop, and wait until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ran>
}

/** Start a command that goes on until it is told to stop. */
export function startLaisee(words: readonly string[], environment: Record<string, string>): Running {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LAISEE_'))
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', ...environment }
  const child = spawn(process.execPath, [bin, ...words], { env })
  const ran: Ran = { status: -1, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text))
  const ended = new Promise<Ran>((resolve) =>
    child.on('close', (status) => resolve({ ...ran, status: status ?? -1 })),
  )
  return {
    async printed(pattern) {
      while (!pattern.test(ran.out)) {
        if (child.exitCode !== null) throw new Error(`laisee ${words.join(' ')} ended: ${ran.out}${ran.err}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return ran.out
    },
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}
