/** The plan's draft of a claim as a file for Word or as a PDF. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readPaper } from '@laisee/core/documents/read-paper.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import type { SaidPlan } from '@laisee/core/words/advisor/said-plan.ts'
import { printAside } from '../output.ts'
import { UsageError } from '../usage.ts'
import { writeNewFile } from './new-file.ts'

const endings = ['docx', 'pdf'] as const
type Ending = (typeof endings)[number]

/** Which kind of file a name asks for. Throws UsageError for any other. */
export function claimEnding(file: string): Ending {
  const ending = endings.find((it) => file.toLowerCase().endsWith(`.${it}`))
  if (ending === undefined) throw new UsageError(`--claim-draft must end in .docx or .pdf, not ${file}`)
  return ending
}

/** Write it to a file that is not there yet. Throws where the plan has no claim in it, or the file cannot be written. */
export async function writeClaim(plan: SaidPlan, file: string, ending: Ending): Promise<void> {
  const drafts = [...plan.steps, ...plan.dependent].flatMap(({ text }) => text ?? [])
  const draft = drafts.find(({ code }) => code === 'claim_draft')
  if (draft === undefined)
    throw new Error(`${file} is not written: no step of this plan goes to a court with a claim`)
  const paper = readPaper('claim_draft', draft.text, chinaDateOf(Date.parse(plan.at)))
  const bytes = ending === 'docx' ? await wordFile(paper) : await pdfFile(paper)
  await writeNewFile(file, bytes)
}

type Paper = ReturnType<typeof readPaper>

async function wordFile(paper: Paper): Promise<Uint8Array> {
  const { makeWordFile } = await import('@laisee/core/documents/word-file.ts')
  return makeWordFile(paper)
}

async function pdfFile(paper: Paper): Promise<Uint8Array> {
  const { makePdfFile } = await import('@laisee/core/documents/pdf-file.ts')
  const [regular, bold] = await Promise.all([
    fontFile('400Regular/NotoSansSC_400Regular'),
    fontFile('700Bold/NotoSansSC_700Bold'),
  ])
  const { bytes, missing } = await makePdfFile(paper, { regular, bold })
  if (missing.length > 0) printAside(`The font has no glyph for ${missing.join(', ')}: written as numbers.`)
  return bytes
}

function fontFile(name: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)))
}
