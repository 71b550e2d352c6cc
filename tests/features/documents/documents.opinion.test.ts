import { beforeEach, describe, expect, test } from 'vitest'
import { evaluationIn } from '#shared/features/documents/documents.volunteering.rules.ts'
import { hasSoundPairs, inForm, opinionThemes } from '#shared/features/text-blocks/text-blocks.rules.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import blocks from '../../../resources/text-blocks.json' with { type: 'json' }
import { anActiveVolunteer, proposed } from './writing.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

const sentences = blocks.filter((block) => 'theme' in block && block.theme)

describe('sentences for opinions', () => {
  test('are there from the first start, by theme, with sound forms', async () => {
    const kept = (await api.textBlocks.list()).filter(({ theme }) => theme !== '')
    expect(kept).toHaveLength(sentences.length)
    expect(new Set(kept.map(({ theme }) => theme))).toEqual(new Set(opinionThemes))
    for (const { text } of kept) {
      expect(hasSoundPairs(text), text).toBe(true)
      for (const form of ['pani', 'pan', 'unknown'] as const) expect(inForm(text, form)).not.toMatch(/[{}|]/)
    }
  })

  test('take the form of the person; both where it is not known', () => {
    expect(inForm('{Była|Był} rzeteln{a|y}.', 'pani')).toBe('Była rzetelna.')
    expect(inForm('{Była|Był} rzeteln{a|y}.', 'pan')).toBe('Był rzetelny.')
    expect(inForm('{Była|Był}.', 'unknown')).toBe('Była/Był.')
    expect(inForm('{osoba}', 'pan')).toBe('{osoba}')
  })

  test('with braces left open are refused', async () => {
    const block = { name: 'X', text: '{Była|Był', theme: 'growth' as const, isActive: true }
    expect((await refusalOf(api.textBlocks.create(block))).data).toEqual({
      fields: { text: { key: 'textBlocks.errors.pairs' } },
    })
  })

  test('stand in the opinion in the form of its person, also where they were typed with both', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(api)
    const assessment = '{Wykonywała|Wykonywał} zadania starannie.'
    const fields = await proposed(api, {
      kind: 'opinion',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
      input: { assessment },
    })
    const { id } = await api.documents.issue(fields)
    expect((await api.documents.contentOf({ id })).input.assessment).toBe(assessment)
    const { differences } = api.documents
    expect(await differences({ id })).toEqual([])
  })
})

describe('a certificate', () => {
  test.each([
    ['rzetelne prowadzenie zajęć', ['rzetelne']],
    ['prowadzenie zajęć z dużym zaangażowaniem, wzorowo', ['zaangażowaniem', 'wzorowo']],
    ['pomoc w lekcjach i prowadzenie zajęć świetlicowych', []],
    ['warsztaty świetlne, odpowiedzi na listy', []],
  ])('has no word of praise: %s', (task, words) => expect(evaluationIn([task])).toEqual(words))

  test('is warned of one, and issued all the same', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(api)
    const fields = await proposed(api, {
      kind: 'certificate',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
      input: { tasks: ['sumienna pomoc w lekcjach'] },
    })
    const { problems } = await api.documents.preview(fields)
    expect(problems).toContainEqual(
      expect.objectContaining({ key: 'documents.problems.evaluation', level: 'warning', field: 'tasks' }),
    )
    await expect(api.documents.issue(fields)).resolves.toMatchObject({ number: 'ZW/1/2026' })
  })
})

test('an opinion may be declined: nothing is issued, and the history keeps who asked and when', async () => {
  const { volunteer } = await anActiveVolunteer(api)
  const asked = { volunteerId: volunteer.id, askedOn: '2026-11-20', askedBy: 'Anna Źdźbło' }
  await api.documents.declineOpinion(asked)
  expect(await api.documents.count({ filters: { kind: { oneOf: ['opinion'] } } })).toBe(0)
  const lines = await api.volunteers.history({ recordId: volunteer.id } as never)
  expect(JSON.stringify(lines)).toContain('documents:opinionDeclined')
  const future = api.documents.declineOpinion({ ...asked, askedOn: '2026-11-23' })
  expect((await refusalOf(future)).data).toHaveProperty('fields.askedOn')
})
