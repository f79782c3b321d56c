/** The reference page of the command line: what each command says of itself when asked for help. */

import { stripVTControlCharacters } from 'node:util'
import { listed } from '../packages/cli/main.ts'

const heading = [
  '# The command line',
  '',
  'What `laisee COMMAND --help` says, written by `npm run gen`. In a checkout it is `npx laisee`.',
  '',
  'It leaves with **0** where it is done or the answer is yes, **1** where it could not be done or the answer is no, and',
  '**2** where it was typed wrong. An option it does not know is refused, never ignored.',
]

/** The page. */
export async function printCommandLine(): Promise<string> {
  const sections = Object.entries(listed).map(async ([name, { does, load }]) => {
    const usage = stripVTControlCharacters(await (await load()).usage(name, does))
    const lines = usage.split('\n').map((line) => line.trimEnd())
    const options = lines.slice(lines.findIndex((line) => line !== '' && !line.startsWith(does)))
    return [
      '',
      `## laisee ${name}`,
      '',
      `${does}.`,
      '',
      '```text',
      ...options.filter((line, i) => line !== '' || i > 0),
      '```',
    ]
  })
  return `${[...heading, ...(await Promise.all(sections)).flat()].join('\n').replaceAll(/\n+```$/gm, '\n```')}\n`
}
