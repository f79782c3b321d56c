/**
 * A command: what it takes, and what it does. What was typed is checked whole before anything is done; an option that
 * nobody declared is a typing mistake and never ignored, for here it may be about money.
 */

import { stripVTControlCharacters } from 'node:util'
import { defineCommand, parseArgs, renderUsage, runCommand, type ArgsDef, type ParsedArgs } from 'citty'
import { UsageError } from './usage.ts'

export interface Command {
  /** How it is used, for a person to read. */
  usage(name: string, does: string): Promise<string>
  /** Run it with what was typed after its name. Gives the exit status. */
  run(words: string[]): Promise<number>
}

/** Declare a command. `run` gives the exit status; nothing means 0. */
export function command<const Args extends ArgsDef>(
  takes: Args,
  run: (args: ParsedArgs<Args>) => Promise<number | void>,
): Command {
  return {
    async usage(name, description) {
      const usage = await renderUsage(
        defineCommand<ArgsDef>({ meta: { name: `laisee ${name}`, description }, args: takes }),
      )
      return process.stdout.isTTY ? usage : stripVTControlCharacters(usage).replaceAll(/ +$/gm, '').trim()
    },
    async run(words) {
      refuseUnknown(takes, words)
      const { result } = await runCommand(defineCommand({ args: takes, run: ({ args }) => run(args) }), {
        rawArgs: words,
      })
      return typeof result === 'number' ? result : 0
    },
  }
}

function refuseUnknown(takes: ArgsDef, words: string[]): void {
  const { _: positionals, ...given } = parseArgs(words, takes)
  const known = new Set(
    Object.entries(takes).flatMap(([name, arg]) => [name, camelCase(name), ...aliasesOf(arg)]),
  )
  const unknown = Object.keys(given).find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new UsageError(`there is no option ${unknown.length > 1 ? '--' : '-'}${unknown}`)
  const positionalMax = Object.values(takes).filter((arg) => arg.type === 'positional').length
  const extra = positionals[positionalMax]
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} is one argument too many`)
}

function aliasesOf(arg: ArgsDef[string]): string[] {
  const alias = 'alias' in arg ? arg.alias : undefined
  return alias === undefined ? [] : [alias].flat()
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
