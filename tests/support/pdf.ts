import { getDocumentProxy } from 'unpdf'

/** What a PDF says, page by page and line by line, and the marks that make it an archival one. */
export interface PdfReading {
  /** The lines of each page in reading order; blanks that hold words together are plain blanks. */
  pages: string[][]
  title: unknown
  author: unknown
  language: unknown
  /** e.g. `2A` */
  pdfA: string
  isTagged: boolean
  /** The roles of the tags of each page. */
  roles: string[][]
  fonts: { name: string; isEmbedded: boolean }[]
}

/** Reads a PDF as a reader of documents would. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await document.getMetadata()
  const about = info as Record<string, unknown>
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const reading: PdfReading = {
    pages: [],
    title: about.Title,
    author: about.Author,
    language: about.Language,
    pdfA: `${metadata?.get('pdfaid:part')}${metadata?.get('pdfaid:conformance')}`,
    isTagged: marks?.Marked === true && Buffer.from(bytes).includes('/StructTreeRoot'),
    roles: [],
    fonts: [],
  }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    const words = items.filter((item) => 'str' in item)
    reading.pages.push(linesOf(words))
    reading.roles.push(rolesOf(await page.getStructTree()))
    for (const fontName of new Set(words.map((word) => word.fontName))) {
      const font = page.commonObjs.get(fontName) as { name: string; missingFile: boolean }
      if (reading.fonts.some(({ name }) => name === font.name)) continue
      reading.fonts.push({ name: font.name, isEmbedded: !font.missingFile })
    }
  }
  await document.loadingTask.destroy()
  return reading
}

function linesOf(words: { str: string; transform: number[] }[]): string[] {
  const lines: { height: number; text: string }[] = []
  for (const { str, transform } of words) {
    const height = Math.round(transform[5] ?? 0)
    const line = lines.at(-1)
    if (!str) continue
    if (line && Math.abs(line.height - height) < 2) line.text += str
    else lines.push({ height, text: str })
  }
  return lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

function rolesOf(node: unknown): string[] {
  const { role, children } = (node ?? {}) as { role?: string; children?: unknown[] }
  return [...(role ? [role] : []), ...(children ?? []).flatMap(rolesOf)]
}
