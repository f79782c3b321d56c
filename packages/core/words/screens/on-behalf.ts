/** Words of what was sent on behalf of an organisation. */

import { area } from './tree.ts'

export const onBehalfWords = area(
  {
    sentFor: '代{{organisation}}发出',
    some: '一个组织',
    rejectedWhy: '{{name}}没有同意：{{note}}',
  },
  {
    sentFor: 'Sent for {{organisation}}',
    some: 'an organisation',
    rejectedWhy: '{{name}} did not approve: {{note}}',
  },
)
