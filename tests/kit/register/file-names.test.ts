import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extensionOf, tidyFileName } from '#shared/kit/register/file-names.ts'

describe('the name of a file', () => {
  test.each([
    ['zgoda rodzica.pdf', 'zgoda rodzica.pdf'],
    ['C:\\Skany\\zgoda.pdf', 'zgoda.pdf'],
    ['../../etc/zgoda.pdf', 'zgoda.pdf'],
    ['  zgoda   rodzica .pdf. ', 'zgoda rodzica .pdf'],
    ['zgoda\u202efdp.exe', 'zgodafdp.exe'],
    ['co?*<to>.pdf', 'co___to_.pdf'],
    ['con.pdf', '_con.pdf'],
    ['LPT1.pdf', '_LPT1.pdf'],
    ['contract.pdf', 'contract.pdf'],
    ['..', ''],
    ['.pdf', 'pdf'],
  ])('%j becomes %j', (typed, kept) => expect(tidyFileName(typed)).toBe(kept))

  test('is short, seen, in one folder, and stays as it is when tidied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const name = tidyFileName(typed)
        expect(name.length).toBeLessThanOrEqual(150)
        expect(name).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Cf}]|^[.\s]|[.\s]$/u)
        expect(tidyFileName(name)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps its extension however long it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400 }), (typed) => {
        expect(extensionOf(tidyFileName(`${typed}b.pdf`))).toBe('pdf')
      }),
    )
  })
})
