import { courtesyTitles, namesPerson, needsForms, withNames } from '../name-forms/name-forms.rules.ts'
import { defineKind } from './documents.kind.ts'
import { fullNameOf, paragraphsOf } from './documents.words.rules.ts'

/** Pismo: a general official letter to anybody, from text blocks that the centre keeps. */
export const letter = defineKind({
  code: 'letter',
  about: 'open',
  template: 'letter',
  pattern: null,
  caseSign: 'always',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: [],
  guardDays: 0,
  fields: {
    addressee: { type: 'longText', isRequired: true },
    subject: { type: 'text', isRequired: true },
    text: { type: 'longText', isRequired: true, hasTextBlocks: true },
    ending: { type: 'text' },
    attachments: { type: 'lines' },
    recipients: { type: 'lines' },
    initials: { type: 'text' },
  },
  propose: ({ volunteer, staff, unit }) => {
    const person = volunteer ?? staff
    const lines = person
      ? [
          courtesyTitles[person.formOfAddress],
          fullNameOf(person),
          ...(volunteer
            ? [volunteer.street, [volunteer.postCode, volunteer.town].filter(Boolean).join(' ')]
            : [unit?.name ?? '']),
        ]
      : unit
        ? [unit.name, ...unit.address.split(/,\s*/)]
        : []
    return {
      addressee: lines.filter(Boolean).join('\n'),
      ending: 'Z poważaniem',
      recipients: lines.length > 0 ? ['adresat', 'a/a'] : [],
    }
  },
  problems: ({ volunteer, staff, nameForms }, input) => {
    const typed = `${input.subject}\n${input.text}`
    if (!(volunteer ?? staff))
      return namesPerson(typed)
        ? [{ key: 'documents.problems.nobodyToName', level: 'stop', field: 'text' }]
        : []
    return needsForms(typed) && !nameForms
      ? [{ key: 'documents.problems.nameFormsMissing', level: 'stop', field: 'text' }]
      : []
  },
  content: (
    { volunteer, staff, nameForms },
    { addressee, subject, text, ending, attachments, recipients, initials },
  ) => ({
    title: 'Pismo',
    subtitle: withNames(subject, volunteer ?? staff, nameForms),
    body: {
      addressee: addressee.split('\n').filter(Boolean),
      subject: withNames(subject, volunteer ?? staff, nameForms),
      blocks: blocksOf(withNames(text, volunteer ?? staff, nameForms)),
      ending,
      initials,
    },
    signatures: [],
    attachments,
    recipients,
  }),
})

type Span = { text: string; isBold: boolean; isItalic: boolean }

/**
 * The simple formatting of a letter: an empty line begins a paragraph, `- ` at the beginning of a line an item of a
 * list; `**bold**` and `*italic*`. Everything else is text.
 */
export function blocksOf(text: string): { kind: 'paragraph' | 'list'; items: Span[][] }[] {
  return paragraphsOf(text).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => line.trim())
    return lines.every((line) => /^[-•–] /.test(line))
      ? { kind: 'list', items: lines.map((line) => spansOf(line.slice(2))) }
      : { kind: 'paragraph', items: [spansOf(lines.join(' '))] }
  })
}

function spansOf(text: string): Span[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter(Boolean)
    .map((part) => {
      const isBold = /^\*\*[^*]+\*\*$/.test(part)
      const isItalic = !isBold && /^\*[^*]+\*$/.test(part)
      return { text: isBold ? part.slice(2, -2) : isItalic ? part.slice(1, -1) : part, isBold, isItalic }
    })
}
