/**
 * A program of the bench in a process of its own, so that its CPU time is its own: questions go to it one at a time,
 * each gets one answer.
 */

import { fork, type ChildProcess } from 'node:child_process'

interface Question {
  no: number
  name: string
  ask: unknown
}

interface Answer {
  no: number
  reply?: unknown
  error?: string
}

export interface Child {
  readonly pid: number
  /** Ask the program; its error is thrown here. */
  ask<T>(name: string, ask?: unknown): Promise<T>
  stop(): Promise<void>
}

/** Start a program of the bench. */
export function startChild(file: URL, execArgv: readonly string[] = []): Child {
  const process = fork(file, { serialization: 'advanced', execArgv: [...execArgv] })
  const waiting = new Map<number, { resolve(reply: unknown): void; reject(error: Error): void }>()
  let count = 0
  process.on('message', ({ no, reply, error }: Answer) => {
    const asked = waiting.get(no)
    waiting.delete(no)
    if (error === undefined) asked?.resolve(reply)
    else asked?.reject(new Error(error))
  })
  process.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file.pathname} ended with ${code}`))
    waiting.clear()
  })
  return {
    pid: process.pid!,
    ask: <T>(name: string, ask?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const no = ++count
        waiting.set(no, { resolve: (reply) => resolve(reply as T), reject })
        process.send({ no, name, ask } satisfies Question)
      }),
    stop: () => stopped(process),
  }
}

function stopped(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve())
    process.disconnect()
  })
}

/** What a program does with each question. It ends when its parent is gone, after `end`. */
export function answerParent(
  answers: Record<string, (ask: never) => unknown>,
  end: () => Promise<void> = () => Promise.resolve(),
): void {
  process.on('message', ({ no, name, ask }: Question) => {
    void Promise.resolve()
      .then(() => answers[name]!(ask as never))
      .then((reply): Answer => ({ no, reply }))
      .catch((error: unknown): Answer => ({ no, error: (error as Error).stack ?? String(error) }))
      .then((answer) => process.send!(answer))
  })
  process.on('disconnect', () => void end().finally(() => process.exit(0)))
}
