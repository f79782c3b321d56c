/**
 * Whether the types written beside a statement are what PostgreSQL gives and takes: each parameter and each column, by
 * name and kind. Whether a column can be null is not known from a description and not looked at.
 */

import ts from 'typescript'
import type { DescribedStatement } from '../../scripts/describe-statements.ts'
import { fromRoot } from '../../scripts/root.ts'

export interface WrittenTypes {
  parameters: string[]
  /** Kinds by the row's fields; undefined where the statement's rows are of no interest. */
  columns: Map<string, string> | undefined
}

/** What reaches TypeScript for each type of PostgreSQL (db/rows.ts). */
const columnKinds: Record<string, string> = {
  text: 'string',
  bigint: 'bigint',
  integer: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'number',
  bytea: 'bytes',
  xid8: 'string',
  json: 'object',
  jsonb: 'object',
  'text[]': 'string[]',
  'bigint[]': 'bigint[]',
}

/** What a parameter of each type is given as: moments and JSON as text, for the driver changes neither. */
const parameterKinds: Record<string, string> = {
  ...columnKinds,
  'timestamp with time zone': 'string',
  json: 'string',
  jsonb: 'string',
  'integer[]': 'number[]',
  'timestamp with time zone[]': 'string[]',
  'json[]': 'string[]',
  'bytea[]': 'bytes[]',
  'boolean[]': 'boolean[]',
}

/** The types written in these files, by the statement's name. */
export function readWrittenTypes(files: readonly string[]): Map<string, WrittenTypes> {
  const { config } = ts.readConfigFile(fromRoot('tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, fromRoot(''))
  const program = ts.createProgram(files.map(fromRoot), { ...options, types: ['node'] })
  const checker = program.getTypeChecker()
  const found = new Map<string, WrittenTypes>()
  for (const file of files) {
    for (const node of program.getSourceFile(fromRoot(file))?.statements ?? []) {
      if (!ts.isVariableStatement(node)) continue
      for (const { initializer } of node.declarationList.declarations) {
        const written = initializer && writtenIn(checker, initializer)
        if (written) found.set(...written)
      }
    }
  }
  return found
}

function writtenIn(checker: ts.TypeChecker, call: ts.Expression): [string, WrittenTypes] | undefined {
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'statement') return undefined
  const [name] = call.arguments
  const [parameters, row] = (call.typeArguments ?? []).map((node) => checker.getTypeFromTypeNode(node))
  if (!name || !ts.isStringLiteral(name) || !parameters || !row) return undefined
  const fields = checker.getPropertiesOfType(row)
  const columns = fields.map(
    (field) => [field.name, kindOf(checker, checker.getTypeOfSymbol(field))] as const,
  )
  return [
    name.text,
    {
      parameters: checker
        .getTypeArguments(parameters as ts.TypeReference)
        .map((type) => kindOf(checker, type)),
      columns: row.flags & ts.TypeFlags.NonPrimitive ? undefined : new Map(columns),
    },
  ]
}

/** The kind of a type, null left aside: `PacketState | null` is a string. */
function kindOf(checker: ts.TypeChecker, written: ts.Type): string {
  const type = checker.getNonNullableType(written)
  const parts = type.isUnion() ? type.types : [type]
  const kinds = new Set(parts.map((part) => kindOfOne(checker, part)))
  return [...kinds].join(' | ')
}

function kindOfOne(checker: ts.TypeChecker, type: ts.Type): string {
  if (type.flags & ts.TypeFlags.StringLike) return 'string'
  if (type.flags & ts.TypeFlags.BigIntLike) return 'bigint'
  if (type.flags & ts.TypeFlags.NumberLike) return 'number'
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean'
  if (checker.isArrayType(type)) {
    return `${kindOf(checker, checker.getTypeArguments(type as ts.TypeReference)[0]!)}[]`
  }
  const name = type.getSymbol()?.name
  return name === 'Buffer' || name === 'Uint8Array' ? 'bytes' : 'object'
}

function camelCase(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** A number is a fine bigint on its way in: the driver writes both as digits. */
function isTaken(kind: string, written: string | undefined): boolean {
  return written === kind || (kind === 'bigint' && written === 'number')
}

/** JSON may be an object or a list of them. */
function isGiven(kind: string, written: string): boolean {
  return written === kind || (kind === 'object' && written === 'object[]')
}

/** What differs between the types that are written and those that are real, a sentence each. */
export function typeProblems(real: DescribedStatement, written: WrittenTypes): string[] {
  const problems: string[] = []
  if (real.parameters.length !== written.parameters.length) {
    problems.push(`takes ${real.parameters.length} parameters, ${written.parameters.length} are written`)
  }
  real.parameters.forEach((type, i) => {
    const kind = parameterKinds[type] ?? `nothing this check knows for ${type}`
    if (!isTaken(kind, written.parameters[i]))
      problems.push(`$${i + 1} is ${type}: ${kind}, not ${written.parameters[i]}`)
  })
  if (written.columns === undefined) return problems
  const names = real.columns.map(({ name }) => camelCase(name))
  for (const field of written.columns.keys()) if (!names.includes(field)) problems.push(`gives no ${field}`)
  real.columns.forEach(({ type }, i) => {
    const kind = columnKinds[type] ?? `nothing this check knows for ${type}`
    const field = written.columns!.get(names[i]!)
    if (field === undefined) problems.push(`gives ${names[i]}, which no field takes`)
    else if (!isGiven(kind, field)) problems.push(`${names[i]} is ${type}: ${kind}, not ${field}`)
  })
  return problems
}
