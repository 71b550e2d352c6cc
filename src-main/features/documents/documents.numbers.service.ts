import type { documentsContract } from '#shared/features/documents/documents.contract.ts'
import { numberText, readNumber } from '#shared/features/documents/documents.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { noteNumber } from '../../documents/numbering.ts'
import { conflict, fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { findFileClass } from '../cases/cases.service.ts'
import { seriesOf } from './documents.issuing.service.ts'
import * as numbers from './documents.numbers.queries.ts'
import { allSettings, getKind, settingsOf } from './documents.sources.service.ts'

type Handled = 'kinds' | 'changeKind' | 'numbers' | 'enterNumber'

export const documentsNumbersHandlers: Pick<Handlers<typeof documentsContract>, Handled> = {
  kinds: ({ db }) => allSettings(db),

  changeKind: async ({ tx, record }, input) => {
    const kind = getKind(input.code)
    const before = await settingsOf(tx, kind)
    if (kind.pattern === null && input.pattern)
      throw fieldRefused('pattern', 'documents.errors.withoutNumber')
    if (kind.pattern !== null && !input.pattern) throw fieldRefused('pattern', 'validation.required')
    if (input.classId !== null && !(await findFileClass(tx, input.classId)))
      throw fieldRefused('classId', 'validation.notFound')
    if (!(await numbers.writeKindSettings(tx, input))) throw conflict(before)
    const after = await settingsOf(tx, kind)
    await record({ kind: 'documents', recordId: null, action: 'kindChanged', before, after })
    return after
  },

  numbers: ({ db }, { kind, year }) => numbers.listGivenNumbers(db, getKind(kind).code, year),

  enterNumber: async ({ tx, user, now, record }, { kind: code, text, givenOn, note }) => {
    const kind = getKind(code)
    const { pattern } = await settingsOf(tx, kind)
    const read = pattern ? readNumber(pattern, text) : undefined
    if (!read) throw fieldRefused('text', 'documents.errors.numberPattern', { pattern })
    const { number, year } = read
    if (year !== yearOf(givenOn)) throw fieldRefused('text', 'documents.errors.numberYear', { year })
    const given = { number, year, text: numberText(pattern, number, year) }
    if (await numbers.isNumberTaken(tx, code, given))
      throw fieldRefused('text', 'documents.errors.numberTaken', { number: given.text })
    await noteNumber(tx, seriesOf(code), year, number)
    const id = await numbers.insertGivenNumber(tx, {
      ...given,
      register: code,
      documentId: null,
      paperNote: note,
      givenOn,
      givenBy: user.id,
      givenAt: now,
    })
    await record({
      kind: 'documents',
      recordId: null,
      action: 'numberEntered',
      after: { number: given.text },
    })
    const entered = (await numbers.listGivenNumbers(tx, code, year)).find((each) => each.id === id)
    if (!entered) throw notFound('documents')
    return entered
  },
}
