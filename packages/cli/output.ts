/** Writing to the terminal or to whatever the output was sent to, at the pace of whoever reads it. */

import type { Writable } from 'node:stream'

const chunkMin = 1 << 16

export interface Writer {
  write(text: string): Promise<void>
  /** Everything written so far has been handed on. */
  end(): Promise<void>
}

/** A writer that hands on large pieces and waits while the reader is behind. */
export function writerTo(stream: Writable): Writer {
  let pending = ''
  const flush = (): Promise<void> => {
    const text = pending
    pending = ''
    if (text === '') return Promise.resolve()
    return new Promise((resolve, reject) =>
      stream.write(text, (error) => (error ? reject(error) : resolve())),
    )
  }
  return {
    write(text) {
      pending += text
      return pending.length >= chunkMin ? flush() : Promise.resolve()
    },
    end: flush,
  }
}

/** Print lines to the standard output. */
export function print(...lines: string[]): void {
  console.log(lines.join('\n'))
}

/** Print lines where people look for what is not the result: the standard error. */
export function printAside(...lines: string[]): void {
  console.error(lines.join('\n'))
}

/** JSON on one line, with amounts as integers. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)))
}
