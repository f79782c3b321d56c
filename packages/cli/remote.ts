/** Commands that talk to a running service, through the SDK, as one caller. */

import { createClient, type Laisee } from '@laisee/client/client.ts'
import { required, UsageError } from './usage.ts'

export const urlDefault = 'http://127.0.0.1:7860'

/** The options of every such command. */
export const remoteArgs = {
  url: {
    type: 'string',
    description: `Where the service listens; LAISEE_URL, or ${urlDefault}`,
    valueHint: 'URL',
  },
  token: { type: 'string', description: 'Who calls; LAISEE_TOKEN where it is not said', valueHint: 'TOKEN' },
  json: { type: 'boolean', description: 'Print the answer as JSON' },
} as const

/** Where the service is, as the options or the environment say. */
export function serviceUrl(asked: string | undefined): string {
  const url = asked ?? process.env.LAISEE_URL ?? urlDefault
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`--url is not an http address: ${url}`)
  return url
}

/** A client of whom the options or the environment name. */
export function clientOf(args: { url?: string | undefined; token?: string | undefined }): Laisee {
  const token = required('--token', args.token ?? process.env.LAISEE_TOKEN, 'who calls; or set LAISEE_TOKEN')
  return createClient({ baseUrl: serviceUrl(args.url), token })
}

/** A moment as the person at this terminal reads it. */
export function localTime(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', { hourCycle: 'h23' })
}
