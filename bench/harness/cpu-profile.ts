/** What a profile of a Node process says, by kind of work: whose code was on the processor, sample by sample. */

interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string }
  children?: number[]
}

export interface CpuProfile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

/** The first that fits counts. */
const kinds: readonly [kind: string, fits: (frame: ProfileNode['callFrame']) => boolean][] = [
  ['the profiler itself', ({ url }) => url === 'node:inspector' || url.startsWith('node:internal/inspector')],
  ['waiting', ({ functionName }) => functionName === '(idle)'],
  ['garbage collector', ({ functionName }) => functionName === '(garbage collector)'],
  ['kernel and runtime', ({ functionName }) => /^\((program|root)\)$/.test(functionName)],
  [
    'socket writes',
    ({ functionName }) => /^(writev|write(Utf8|Latin1|Ascii)String|writeBuffer)$/.test(functionName),
  ],
  ['driver', ({ url }) => /node_modules\/pg/.test(url)],
  ['rows and arrays', ({ url }) => /\/server\/db\//.test(url)],
  ['claims', ({ url }) => /\/server\/packets\//.test(url) || /\/core\//.test(url)],
  ['token and limits', ({ url }) => /\/server\/(keys|http\/(limits|door))/.test(url)],
  ['events', ({ url }) => /\/server\/(events|http\/(sse|stream))/.test(url)],
  ['our HTTP', ({ url }) => /\/server\//.test(url)],
  ['framework and schemas', ({ url }) => /node_modules/.test(url)],
  ['node: http, net, streams', ({ url }) => /^node:/.test(url)],
]

/** Microseconds of each kind of work. */
export function workOf({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
  const kindOf = new Map<number, string>()
  const look = (id: number, above: string, byId: ReadonlyMap<number, ProfileNode>): void => {
    const { callFrame, children = [] } = byId.get(id)!
    const kind = kinds.find(([, fits]) => fits(callFrame))?.[0] ?? above
    kindOf.set(id, kind)
    for (const child of children) look(child, kind, byId)
  }
  look(nodes[0]!.id, 'other', new Map(nodes.map((node) => [node.id, node])))
  const spent = new Map<string, number>()
  samples.forEach((id, i) => {
    const kind = kindOf.get(id)!
    spent.set(kind, (spent.get(kind) ?? 0) + timeDeltas[i]!)
  })
  return new Map([...spent].sort((a, b) => b[1] - a[1]))
}
