import { strFromU8, unzipSync } from 'fflate'

/** One paragraph of a document; a heading stands out. */
export interface Paragraph {
  text: string
  isHeading: boolean
}

/** What in a document stands for a paragraph, and what within one for a blank or a new line. */
interface Format {
  part: string
  paragraphs: string
  isHeading: (paragraph: Element) => boolean
  breaks: Record<string, string>
  /** Only text within these counts; undefined: all text. */
  texts?: string
}

const formats: Record<string, Format> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    part: 'word/document.xml',
    paragraphs: 'p',
    isHeading: (paragraph) =>
      /^(Heading|Nagwek|Title|Tytu)/i.test(
        paragraph.getElementsByTagNameNS('*', 'pStyle')[0]?.getAttribute('w:val') ?? '',
      ),
    breaks: { tab: '\t', br: '\n', cr: '\n' },
    texts: 't',
  },
  'application/vnd.oasis.opendocument.text': {
    part: 'content.xml',
    paragraphs: 'p,h',
    isHeading: ({ localName }) => localName === 'h',
    breaks: { tab: '\t', 'line-break': '\n', s: ' ' },
  },
}

/**
 * The text of a document of Word or LibreOffice, a paragraph after another. It is read as data: nothing in it is run,
 * and nothing that it refers to is fetched.
 *
 * @throws where it is no such document
 */
export function textOfDocument(bytes: Uint8Array, mediaType: string): Paragraph[] {
  const format = formats[mediaType]
  if (!format) throw new Error('no text document')
  const part = unzipSync(bytes, { filter: ({ name }) => name === format.part })[format.part]
  if (!part) throw new Error('no text')
  const xml = new DOMParser().parseFromString(strFromU8(part), 'application/xml')
  if (xml.getElementsByTagName('parsererror').length > 0) throw new Error('no XML')
  const kinds = format.paragraphs.split(',')
  return [...xml.getElementsByTagNameNS('*', '*')]
    .filter(({ localName, namespaceURI }) => kinds.includes(localName) && isOfText(namespaceURI))
    .map((paragraph) => ({ text: textOf(paragraph, format), isHeading: format.isHeading(paragraph) }))
}

function isOfText(namespace: string | null): boolean {
  return /wordprocessingml|opendocument:xmlns:text/.test(namespace ?? '')
}

function textOf(paragraph: Element, format: Format): string {
  let text = ''
  const walker = paragraph.ownerDocument.createTreeWalker(
    paragraph,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) text += format.breaks[node.localName] ?? ''
    else if (!format.texts || node.parentElement?.localName === format.texts) text += node.nodeValue ?? ''
  }
  return text
}
