/** The part of pdfmake 0.3 that is used here. The package brings no types of its own. */

declare module 'pdfmake' {
  export interface Inline {
    text: string
    bold?: boolean
    fontSize?: number
    color?: string
    characterSpacing?: number
    noWrap?: boolean
  }

  export interface Text {
    text: readonly Inline[] | string
    bold?: boolean
    fontSize?: number
    color?: string
    alignment?: 'left' | 'center' | 'right'
    lineHeight?: number
    /** Points that the first line stands in. */
    leadingIndent?: number
    /** Left, top, right, bottom, in points. */
    margin?: readonly [number, number, number, number]
    headlineLevel?: number
    characterSpacing?: number
  }

  export interface Table {
    table: {
      widths: readonly (number | string)[]
      headerRows?: number
      /** A row is never parted by the end of a page. */
      dontBreakRows?: boolean
      keepWithHeaderRows?: number
      body: readonly (readonly Text[])[]
    }
    layout: {
      hLineWidth?(line: number, node: { table: { body: readonly unknown[] } }): number
      vLineWidth?(): number
      hLineColor?(): string
      vLineColor?(): string
      fillColor?(row: number): string | null
      paddingLeft?(): number
      paddingRight?(): number
      paddingTop?(): number
      paddingBottom?(): number
    }
    margin?: readonly [number, number, number, number]
  }

  export interface DocumentDefinition {
    pageSize: 'A4'
    pageMargins: readonly [number, number, number, number]
    version: '1.7'
    language: string
    displayTitle: boolean
    info: Readonly<Record<string, string | Date>>
    defaultStyle: { font: string; fontSize: number; lineHeight: number }
    content: readonly (Text | Table)[]
    /** Whether a part begins a page; `nodes` tells what comes after it on this one. */
    pageBreakBefore?: (
      node: { headlineLevel?: number },
      nodes: { getFollowingNodesOnPage(): readonly unknown[] },
    ) => boolean
    footer: (page: number, of: number) => Text
  }

  export interface Faces {
    normal: string
    bold: string
  }

  interface PdfMake {
    virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    setFonts(fonts: Readonly<Record<string, Faces>>): void
    setUrlAccessPolicy(mayFetch: (address: string) => boolean): void
    /** Only where there are local files. */
    setLocalAccessPolicy?(mayRead: (path: string) => boolean): void
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Uint8Array> }
  }

  const pdfmake: PdfMake
  export default pdfmake
}
