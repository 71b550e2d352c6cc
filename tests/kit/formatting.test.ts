import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edited, inserted, listed, marked, type TextEdit } from '#shared/kit/formatting.ts'

/** A text with its selection between brackets: `Ala [ma] kota`. */
function read(shown: string): [text: string, start: number, end: number] {
  const start = shown.indexOf('[')
  const end = shown.indexOf(']') - 1
  return [shown.replace('[', '').replace(']', ''), start, end]
}

function shown(text: string, edit: TextEdit): string {
  const after = edited(text, edit)
  const [start, end] = edit.select
  return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`
}

describe('marks', () => {
  test.each([
    ['Ala [ma] kota', '**', 'Ala **[ma]** kota'],
    ['Ala **[ma]** kota', '**', 'Ala [ma] kota'],
    ['Ala [ma ]kota', '*', 'Ala *[ma]* kota'],
    ['Ala **[ma]** kota', '*', 'Ala ***[ma]*** kota'],
    ['Ala ***[ma]*** kota', '*', 'Ala **[ma]** kota'],
    ['Ala []kota', '**', 'Ala **[]**kota'],
    ['[]', '*', '*[]*'],
  ] as const)('%j with %s: %j', (before, mark, after) => {
    const [text, ...at] = read(before)
    expect(shown(text, marked(text, ...at, mark))).toBe(after)
  })

  test('are taken away by the same button', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ż', ' ', '\n'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, word, word, fc.constantFrom('*', '**'), (before, chosen, after, mark) => {
        fc.pre(chosen.trim() !== '')
        const text = before + chosen + after
        const edit = marked(text, before.length, before.length + chosen.length, mark)
        const once = edited(text, edit)
        expect(edited(once, marked(once, ...edit.select, mark))).toBe(text)
      }),
    )
  })
})

describe('a list', () => {
  test.each([
    ['[jeden\ndwa]', '- jeden\n- dwa[]'],
    ['zero\nje[d]en\ndwa', 'zero\n- jeden[]\ndwa'],
    ['- jeden\n[- dwa]', '- jeden\ndwa[]'],
    ['[- jeden\ndwa]', '- jeden\n- dwa[]'],
    ['[]', '- []'],
  ])('%j: %j', (before, after) => {
    const [text, ...at] = read(before)
    expect(shown(text, listed(text, ...at))).toBe(after)
  })
})

describe('a block', () => {
  test.each([
    ['[]', 'Blok[]'],
    ['Wstęp.[]', 'Wstęp.\n\nBlok[]'],
    ['Wstęp.\n[]', 'Wstęp.\n\nBlok[]'],
    ['Wstęp.\n\n[]Koniec.', 'Wstęp.\n\nBlok[]\n\nKoniec.'],
    ['Wstęp.[ tu ]\nKoniec.', 'Wstęp.\n\nBlok[]\n\nKoniec.'],
  ])('in %j: %j', (before, after) => {
    const [text, ...at] = read(before)
    expect(shown(text, inserted(text, ...at, 'Blok'))).toBe(after)
  })
})
