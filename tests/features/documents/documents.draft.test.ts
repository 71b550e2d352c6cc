import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Compiler, createCompiler } from '#main/documents/compiler.ts'
import { agreementDocument } from '#shared/features/agreements/agreements.document.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { fillIn } from '#shared/features/clauses/clauses.rules.ts'
import { plainHead } from '#shared/features/letterheads/letterheads.rules.ts'
import { centreFields } from '#shared/features/settings/settings.contract.ts'
import { unitFields } from '#shared/features/units/units.contract.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { anAgreement, centre, guardian } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { resourcesFolder } from '#tests/support/testApp.ts'
import { signatory, unit } from './agreementVariants.ts'
import { expectGolden } from './golden.ts'

describe('a draft', () => {
  let compiler: Compiler
  let clause: (code: string, values?: Record<string, string>) => string
  beforeAll(() => {
    compiler = createCompiler(`${resourcesFolder}/templates`)
    const shipped: { code: string; text: string }[] = JSON.parse(
      readFileSync(`${resourcesFolder}/clauses.json`, 'utf8'),
    )
    const texts = new Map(shipped.map(({ code, text }) => [code, text]))
    const acts = Object.fromEntries(
      [...texts].filter(([code]) => code.startsWith('act.')).map(([code, text]) => [code.slice(4), text]),
    )
    clause = (code, values) => fillIn(texts.get(code) ?? `no text ${code}`, { ...acts, ...values })
  })

  function documentOf(
    agreement: Parameters<typeof anAgreement>[0],
    {
      number = null,
      volunteer = {},
      isStaffed = false,
    }: { number?: string | null; volunteer?: object; isStaffed?: boolean } = {},
  ) {
    return agreementDocument({
      agreement: agreementFields.parse(anAgreement(agreement)),
      number,
      volunteer: volunteerFields.parse({ surname: 'Łukasik', firstNames: 'Elżbieta', ...volunteer }),
      unit: isStaffed ? unitFields.parse(unit) : null,
      signatory: isStaffed ? { ...signatory, authorisation: '' } : null,
      centre: centreFields.parse(centre),
      head: plainHead,
      clause,
    })
  }

  const nothing: Parameters<typeof anAgreement>[0] = {
    volunteerId: 1,
    tasks: [],
    weeklyMinutes: null,
    schedule: '',
    concludedIn: '',
    travelCosts: 'partlyWaived',
    endsOn: '2026-12-15',
  }

  test.each([
    ['draft-of-an-adult', {}],
    ['draft-of-a-minor', { birthOn: '2010-07-01' }],
    ['draft-of-a-child', { birthOn: '2016-07-01' }],
  ])('with everything missing shows blanks where something is to come: %s', async (name, volunteer) => {
    const { template, data } = documentOf(nothing, { volunteer })
    const reading = await readPdf(compiler.pdf(template, data))
    expectGolden(name, reading)
    expect(compiler.pages(template, data).count).toBe(reading.pages.length)
    expect(reading.title).toBe('Porozumienie (projekt) o wykonywaniu świadczeń wolontariackich')
    expect(reading.pages.flat().join('\n')).not.toMatch(/undefined|null|\{|\}| ,|\(\)/)
  })

  test('says on every page that it is one, and the document says nothing of the kind', async () => {
    const marked = async (number: string | null) => {
      const { template, data } = documentOf({ volunteerId: 1 }, { number })
      const { pages } = await readPdf(compiler.pdf(template, data))
      return pages.map((lines) => lines.includes('PROJEKT'))
    }
    expect(await marked(null)).toEqual([true, true])
    expect(await marked('1/2026')).toEqual([false, false])
  })

  test('never has its signatures on a page without what is signed, however long it grows', async () => {
    for (let lines = 1; lines <= 20; lines++) {
      for (const more of [{}, { travelCosts: 'waived' } as const, guardian]) {
        const tasks = Array.from({ length: lines }, (_, index) => `zadanie numer ${index + 1}`)
        const volunteer = 'guardianName' in more ? { birthOn: '2010-07-01' } : {}
        const agreement = { volunteerId: 1, tasks, ...more }
        const { template, data } = documentOf(agreement, { number: '1/2026', volunteer, isStaffed: true })
        const { pages } = await readPdf(compiler.pdf(template, data))
        const signed = pages.filter((page) => page.includes('Korzystający'))
        expect(signed).toHaveLength(1)
        expect(signed[0]?.some((line) => /§ \d+\. ?Postanowienia końcowe/.test(line))).toBe(true)
        const waiver = pages.filter((page) => page.some((line) => line.startsWith('data i podpis:')))
        for (const page of waiver) expect(page.join('\n')).toContain('Zakres zwolnienia')
        for (const page of pages) expect(page.length).toBeGreaterThan(6)
      }
    }
  })

  test('ends the points of a list with marks, unless the clerk has', () => {
    const items = (tasks: string[]) =>
      documentOf({ volunteerId: 1, tasks }).data.sections[0]?.points[1]?.items
    expect(items(['pierwsze', 'drugie', 'trzecie'])).toEqual(['pierwsze;', 'drugie;', 'trzecie.'])
    expect(items(['Pomaga dzieciom.', 'Prowadzi zajęcia.'])).toEqual([
      'Pomaga dzieciom.',
      'Prowadzi zajęcia.',
    ])
    expect(items(['pierwsze,', 'drugie'])).toEqual(['pierwsze,', 'drugie'])
  })

  test.each([
    ['pani', '1990-01-01', 'Pani'],
    ['pan', '1990-01-01', 'Pan'],
    ['unknown', '1990-01-01', 'Pani/Pan'],
    ['pani', '2010-01-01', ''],
    ['pan', '2016-01-01', ''],
  ] as const)('names %s born on %s with the form %j', (formOfAddress, birthOn, title) => {
    const { data } = documentOf({ volunteerId: 1 }, { volunteer: { formOfAddress, birthOn } })
    expect(data.volunteer).toMatchObject({ title, name: 'Elżbieta Łukasik' })
  })

  test.each([
    [{ weeklyMinutes: 60, schedule: '' }, 'Czas wykonywania świadczeń: 1 godzina tygodniowo.'],
    [{ weeklyMinutes: 180, schedule: '' }, 'Czas wykonywania świadczeń: 3 godziny tygodniowo.'],
    [{ weeklyMinutes: 300, schedule: '' }, 'Czas wykonywania świadczeń: 5 godzin tygodniowo.'],
    [{ weeklyMinutes: 1320, schedule: '' }, 'Czas wykonywania świadczeń: 22 godziny tygodniowo.'],
    [{ weeklyMinutes: 105, schedule: '' }, 'Czas wykonywania świadczeń: 1,75 godziny tygodniowo.'],
    [{ weeklyMinutes: 30, schedule: '' }, 'Czas wykonywania świadczeń: 30 minut tygodniowo.'],
    [{ weeklyMinutes: null, schedule: 'wtorki' }, 'Czas wykonywania świadczeń: wtorki.'],
    [
      { weeklyMinutes: null, schedule: 'wtorki do 17.00 itp.' },
      'Czas wykonywania świadczeń: wtorki do 17.00 itp.',
    ],
    [{ startsOn: '2026-12-06', endsOn: '2026-12-06' }, 'Porozumienie obowiązuje w dniu 6 grudnia 2026 r.'],
    [
      { startsOn: '2026-12-06', endsOn: '2026-12-06', schedule: '' },
      'Czas wykonywania świadczeń: 2,5 godziny.',
    ],
    [
      { startsOn: '2026-12-06', endsOn: null },
      'Porozumienie obowiązuje od 6 grudnia 2026 r. i jest zawarte na czas nieokreślony.',
    ],
  ])('says of %j: %s', (over, sentence) => {
    const { data } = documentOf({ volunteerId: 1, ...over })
    expect(data.sections[1]?.points.map(({ text }) => text)).toContain(sentence)
  })
})
