import type { representedAs } from './agreements.rules.ts'

interface Point {
  text: string
  items: string[]
}

/** How the guardian's relation is called in a document. */
export const guardianWords = {
  '': '………………',
  parent: 'rodzic',
  legalGuardian: 'opiekun prawny',
  fosterParent: 'rodzic zastępczy',
  curator: 'kurator',
  other: 'przedstawiciel ustawowy',
}

/** Who acts for a volunteer who does not conclude alone (KC art. 12–17): a minor, or an adult who is incapacitated. */
export function representationSection(
  represented: ReturnType<typeof representedAs>,
  text: (code: string, values?: Record<string, string>) => Point,
  guardian: string,
): { title: string; points: Point[] }[] {
  switch (represented) {
    case null:
      return []
    case 'child':
    case 'minor': {
      const code = represented === 'child' ? 'minorByGuardian' : 'minorRepresentative'
      return [
        { title: 'Małoletni Wolontariusz', points: [text(code, { guardian }), text('minorSupervision')] },
      ]
    }
    case 'fullyIncapacitated':
    case 'partlyIncapacitated': {
      const code = represented === 'fullyIncapacitated' ? 'adultByGuardian' : 'adultRepresentative'
      return [{ title: 'Przedstawiciel ustawowy Wolontariusza', points: [text(code, { guardian })] }]
    }
  }
}
