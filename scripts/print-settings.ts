/** docs/reference/settings.md from the one place where a server's settings are read. */

import { settings } from '@laisee/server/config.ts'

const opening = `# Settings

What a server reads from its environment, written by \`npm run gen\` from \`packages/server/config.ts\`. Nothing else reads it.
`

/** The whole page. */
export function printSettings(): Promise<string> {
  const rows = settings.map(({ name, fallback, does }) => `| \`${name}\` | ${does} | ${fallback} |`)
  return Promise.resolve(
    [opening, '| name | what it does | without it |', '| --- | --- | --- |', ...rows, ''].join('\n'),
  )
}
