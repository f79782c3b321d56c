/** A text as a file: what makes it is loaded when somebody asks for one. */

import { paperFileName, type Paper } from '@laisee/core/documents/paper.ts'
import { fontBytes, paperFont } from './paper-font.ts'
import { saveFile } from './save-file.ts'

export type PaperKind = 'docx' | 'pdf'

export interface SavedPaper {
  name: string
  /** Characters that stand as their numbers, for the font has none. */
  missing: readonly string[]
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** How much of what is needed has come, from 0 to 1. */
export type OnProgress = (part: number) => void

async function make(paper: Paper, kind: PaperKind, onProgress: OnProgress) {
  if (kind === 'docx') {
    const { makeWordFile } = await import('@laisee/core/documents/word-file.ts')
    return { bytes: await makeWordFile(paper), missing: [], type: wordType }
  }
  // The font first: a browser remembers for good that a module could not be fetched, and asks for a font again.
  const regular = await paperFont((bytes) => onProgress(bytes / fontBytes))
  const { makePdfFile } = await import('@laisee/core/documents/pdf-file.ts')
  return { ...(await makePdfFile(paper, { regular })), type: 'application/pdf' }
}

/** Make the file and hand it over. Throws where something it needs could not be fetched. */
export async function savePaper(paper: Paper, kind: PaperKind, onProgress: OnProgress): Promise<SavedPaper> {
  const { bytes, missing, type } = await make(paper, kind, onProgress)
  const name = paperFileName(paper, kind)
  saveFile([new Uint8Array(bytes)], type, name)
  return { name, missing }
}
