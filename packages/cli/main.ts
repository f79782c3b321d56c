/**
 * The command line: finds the command that was typed, runs it, and turns what came of it into an exit status.
 * 0: done, or the answer is yes. 1: it could not be done, or the answer is no. 2: it was typed wrong.
 */

import { readFile } from 'node:fs/promises'
import type { Command } from './command.ts'
import { print, printAside } from './output.ts'
import { refusalInWords } from './refusal.ts'
import { UsageError } from './usage.ts'

/** A command as the overview and the reference page list it. */
export interface Listed {
  does: string
  load(): Promise<Command>
}

/** Each command is loaded when it is asked for, so that a small one starts at once. */
export const listed: Readonly<Record<string, Listed>> = {
  demo: {
    does: 'Start a demo world: people, history, and commands to try',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  serve: {
    does: 'Start the service for real: it begins empty',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  migrate: {
    does: 'Bring the database up to this version',
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
  audit: {
    does: 'Account for every fen, check by check',
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  'keys create': {
    does: 'Make an operator’s key, on the database itself',
    load: async () => (await import('./commands/keys-create.ts')).keysCreate,
  },
  send: {
    does: 'Send a red packet',
    load: async () => (await import('./commands/send.ts')).send,
  },
  undo: {
    does: 'Undo a packet in its undo window',
    load: async () => (await import('./commands/undo.ts')).undo,
  },
  claim: {
    does: 'Claim a share of a packet',
    load: async () => (await import('./commands/claim.ts')).claim,
  },
  recall: {
    does: 'Take back what nobody has claimed',
    load: async () => (await import('./commands/recall.ts')).recall,
  },
  clock: {
    does: 'Read the service’s clock; in a demo world, move it forward',
    load: async () => (await import('./commands/clock.ts')).clock,
  },
  replay: {
    does: 'Play a recorded day to a running service, and account for every fen',
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  split: {
    does: 'Split a total into lucky shares with the code that the server runs',
    load: async () => (await import('./commands/split.ts')).split,
  },
  verify: {
    does: 'Check a provable split, a receipt of the log or an evidence pack, with no network',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  advise: {
    does: 'Say what to do now about money sent by mistake, here or elsewhere',
    load: async () => (await import('./commands/advise.ts')).advise,
  },
  'scam-check': {
    does: 'Look for signs of fraud in a text, a link or a number; nothing is opened or sent',
    load: async () => (await import('./commands/scam-check.ts')).scamCheck,
  },
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('./package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(listed).map((name) => name.length))
  const commands = Object.entries(listed).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)
  const title = `laisee ${await version()}: red packets and transfers you can take back`
  return [title, '', ...commands, '', '`laisee COMMAND --help` says more.'].join('\n')
}

/** A command is named by one word or by two. */
function find(words: readonly string[]): { name: string; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (words.length >= length && Object.hasOwn(listed, name)) return { name, rest: words.slice(length) }
  }
  return undefined
}

/** Run what was typed and leave with its status once everything printed is out. */
export async function runToExit(words: readonly string[]): Promise<void> {
  // Whoever reads the output may stop before its end: `laisee split … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await run(words)
}

/** Run what was typed. Gives the exit status. */
export async function run(words: readonly string[]): Promise<number> {
  const [first] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    print(await overview())
    return first === undefined ? 2 : 0
  }
  if (first === '--version' || first === '-v') {
    print(await version())
    return 0
  }
  const found = find(words)
  if (!found) {
    printAside(`laisee: there is no command ${JSON.stringify(first)}`, '', await overview())
    return 2
  }
  return runFound(found.name, found.rest)
}

async function runFound(name: string, rest: string[]): Promise<number> {
  try {
    const { does, load } = listed[name]!
    const command = await load()
    if (!rest.includes('--help') && !rest.includes('-h')) return await command.run(rest)
    print(await command.usage(name, does))
    return 0
  } catch (error) {
    return tellFailure(name, error)
  }
}

function tellFailure(name: string, error: unknown): number {
  const typedWrong = error instanceof UsageError || (error instanceof Error && error.name === 'CLIError')
  printAside(`laisee ${name}: ${refusalInWords(error) ?? readable(error)}`)
  if (typedWrong) printAside(`Try \`laisee ${name} --help\`.`)
  return typedWrong ? 2 : 1
}

/** What is expected to go wrong says so itself; a bug is told with where it happened. */
function readable(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const bug = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  return (bug ? error.stack : undefined) ?? error.message
}
