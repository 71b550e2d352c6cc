import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile, problemsIn } from '../imports/importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function kindNamed(start: string) {
  const kind = (await api.requirements.kinds.list()).find(({ name }) => name.startsWith(start))
  if (!kind) throw new Error(`no kind ${start}`)
  return kind
}

async function close(start: string) {
  return api.requirements.kinds.change({ ...(await kindNamed(start)), isActive: false })
}

/** What the centre asks for before an agreement about one kind of activity. */
const vaccination = (kindId: number) => ({
  name: 'Szczepienie',
  validFrom: '2026-11-22',
  appliesTo: 'chosen' as const,
  kindIds: [kindId],
  audience: 'everyone' as const,
  blocks: 'agreement' as const,
  source: 'manual' as const,
  basis: 'regulamin ośrodka',
  certainty: 'practice' as const,
})

describe('the kind of activity of a draft', () => {
  test('is kept, found, told in the history and taken over by the next agreement', async () => {
    const kind = await kindNamed('Prace biurowe')
    const { draft } = await aSignableDraft(api)
    const changed = await api.agreements.change({ ...draft, activityKindId: kind.id })
    expect(changed).toMatchObject({ activityKindId: kind.id, activityKindName: kind.name })
    const { rows } = await api.agreements.list({ filters: { activityKind: { oneOf: [kind.id] } } })
    expect(rows).toMatchObject([{ id: draft.id, activityKind: { id: kind.id, text: kind.name } }])
    expect(await api.agreements.count({ filters: { activityKind: { empty: true } } })).toBe(0)
    const [line] = await api.agreements.history({ recordId: draft.id })
    expect(line?.changes).toMatchObject({ fields: { activityKindName: [null, kind.name] } })
    expect((await api.agreements.sign(changed)).activityKindName).toBe(kind.name)
  })

  test('is one that the centre has and uses; one that is closed later stays where it is', async () => {
    const kind = await kindNamed('Prace biurowe')
    const { draft } = await aSignableDraft(api, { activityKindId: kind.id })
    expect(await refusalOf(api.agreements.create({ ...draft, activityKindId: 4711 }))).toEqual(
      fieldRefusal('activityKindId', 'validation.notFound'),
    )
    await close('Prace biurowe')
    const closed = fieldRefusal('activityKindId', 'agreements.errors.kindClosed')
    expect(await refusalOf(api.agreements.create({ ...draft, activityKindId: kind.id }))).toEqual(closed)
    const kept = await api.agreements.change({ ...draft, noticeDays: 7 })
    expect(kept.activityKindId).toBe(kind.id)
    const emptied = await api.agreements.change({ ...kept, activityKindId: null })
    expect(await refusalOf(api.agreements.change({ ...emptied, activityKindId: kind.id }))).toEqual(closed)
  })

  test('decides what has to be done before the conclusion, whatever else the volunteer chose', async () => {
    const [office, events] = [await kindNamed('Prace biurowe'), await kindNamed('Wydarzenia')]
    await api.requirements.rules.create(vaccination(office.id))
    const { draft } = await aSignableDraft(api, { activityKindId: office.id })
    const { volunteerId } = draft
    await api.requirements.chooseKinds({ volunteerId, kindIds: [events.id] })
    const missing = {
      key: 'requirements.notReady.missingForAgreement',
      level: 'stop',
      params: { count: 1, names: 'Szczepienie' },
    }
    expect((await api.agreements.preview(draft)).obstacles).toContainEqual(missing)
    expect(await refusalOf(api.agreements.sign(draft))).toMatchObject(ruleRefusal(missing.key))
    const other = await api.agreements.change({ ...draft, activityKindId: events.id })
    expect((await api.agreements.preview(other)).obstacles).not.toContainEqual(missing)
    expect(await api.agreements.sign(other)).toMatchObject({ status: 'signed' })
  })

  test('warns of what is missing besides before work of that kind, and lets it be concluded', async () => {
    const office = await kindNamed('Prace biurowe')
    const { draft } = await aSignableDraft(api, { activityKindId: office.id })
    const { volunteerId } = draft
    const warning = async () =>
      (await api.agreements.preview(draft)).obstacles.find(
        ({ key }) => key === 'requirements.notReady.missingBeforeWork',
      )
    const { items } = await api.requirements.chooseKinds({ volunteerId, kindIds: [office.id] })
    const notable = items.filter(({ standing, isNotable }) => standing === 'missing' && isNotable)
    const [first, ...others] = notable
    for (const { requirementId } of others)
      await api.requirements.complete({ volunteerId, requirementId, doneOn: '2026-11-22' })
    expect(await warning()).toMatchObject({ level: 'warning', params: { count: 1, names: first?.name } })
    expect(await api.agreements.sign(draft)).toMatchObject({ status: 'signed' })
    await api.requirements.complete({
      volunteerId,
      requirementId: first?.requirementId ?? 0,
      doneOn: '2026-11-22',
    })
    expect(await warning()).toBeUndefined()
  })

  test('without one it is enough to be ready for one of those that were chosen', async () => {
    const [office, events] = [await kindNamed('Prace biurowe'), await kindNamed('Wydarzenia')]
    await api.requirements.rules.create(vaccination(office.id))
    const { draft } = await aSignableDraft(api)
    await api.requirements.chooseKinds({
      volunteerId: draft.volunteerId,
      kindIds: [office.id, events.id],
    })
    expect(await api.agreements.sign(draft)).toMatchObject({ status: 'signed', activityKindId: null })
  })

  test('of minors is asked after where the agreement does not say so', async () => {
    const children = await kindNamed('Pomoc dzieciom')
    const { draft } = await aSignableDraft(api, { activityKindId: children.id })
    expect((await api.agreements.preview(draft)).obstacles).toContainEqual(
      expect.objectContaining({ key: 'agreements.obstacles.kindWithMinors', level: 'warning' }),
    )
  })

  test('comes from either of two drafts that are merged', async () => {
    const kind = await kindNamed('Prace biurowe')
    const { draft } = await aSignableDraft(api)
    const { volunteerId } = draft
    const other = await api.agreements.create(anAgreement({ volunteerId, activityKindId: kind.id }))
    await api.agreements.merging.merge({
      keptId: draft.id,
      mergedId: other.id,
      keptVersion: draft.version,
      mergedVersion: other.version,
      choices: { activityKind: 'merged' },
    } as never)
    expect((await api.agreements.get({ id: draft.id })).activityKindName).toBe(kind.name)
  })
})

describe('the kind of activity of a concluded agreement', () => {
  test('is said without an annex, on its version, and never a closed one', async () => {
    const kind = await kindNamed('Prace biurowe')
    const { draft } = await aSignableDraft(api)
    const chosen = { activityKindId: kind.id }
    expect(await refusalOf(api.agreements.chooseKind({ ...draft, ...chosen }))).toMatchObject(
      ruleRefusal('agreements.errors.notConcluded'),
    )
    const signed = await api.agreements.sign(draft)
    const after = await api.agreements.chooseKind({ ...signed, ...chosen })
    expect(after).toMatchObject({ ...chosen, activityKindName: kind.name, version: signed.version + 1 })
    expect(await refusalOf(api.agreements.chooseKind({ ...signed, ...chosen }))).toMatchObject({
      code: 'CONFLICT',
    })
    const closed = await close('Wydarzenia')
    expect(await refusalOf(api.agreements.chooseKind({ ...after, activityKindId: closed.id }))).toEqual(
      fieldRefusal('activityKindId', 'agreements.errors.kindClosed'),
    )
    const [line] = await api.agreements.history({ recordId: draft.id })
    expect(line).toMatchObject({
      action: 'kindChosen',
      changes: { fields: { activityKindName: [null, kind.name] } },
    })
    const viewer = await app.windowOf('viewer')
    expect(await refusalOf(viewer.agreements.chooseKind({ ...after, ...chosen }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('keeps the kind from being removed', async () => {
    const kind = await api.requirements.kinds.create({ name: 'Czytanie na głos' })
    await aSignableDraft(api, { activityKindId: kind.id })
    expect(await refusalOf(api.requirements.kinds.remove(kind))).toMatchObject(
      ruleRefusal('requirements.errors.kindInUse'),
    )
  })
})

describe('a register of paper agreements with kinds of activity', () => {
  const file = (...kinds: string[]) =>
    csv(
      'Nr porozumienia;Wolontariusz;Od;Zwrot kosztów;Rodzaj działania',
      ...kinds.map((kind, index) => `${index + 1}/2026;Łukasik Elżbieta;02.02.2026;zwrot;${kind}`),
    )

  test('finds them by name, closed ones too, and asks about one that the centre does not have', async () => {
    await api.volunteers.create(aVolunteer())
    const office = await close('Prace biurowe')
    const events = await kindNamed('Wydarzenia')
    const opened = await openFile(
      api,
      file(office.name.toUpperCase(), '', 'taniec', 'taniec', events.name.slice(0, -1)),
      'agreements',
    )
    const found = await dryRun(api, opened)
    expect(problemsIn(found).filter((problem) => problem.includes('activityKind'))).toEqual([
      '4 activityKind error kindNotFound',
      '5 activityKind error kindNotFound',
      '6 activityKind error kindNotFound',
    ])
    const similar = found.rows.at(-1)?.problems.find(({ field }) => field === 'activityKind')
    expect(similar?.candidates?.[0]).toMatchObject({ id: events.id, label: events.name })
    await api.imports.run({
      id: opened.id,
      options: opened.options,
      decisions: {
        4: { fields: { activityKind: { choice: 'clear' } } },
        5: { fields: { activityKind: { reference: events.id } } },
        6: { fields: { activityKind: { reference: events.id } } },
      },
    })
    const { rows } = await api.agreements.list({ sort: 'number', direction: 'ascending' })
    expect(rows.map(({ activityKind }) => activityKind?.id ?? null)).toEqual([
      office.id,
      null,
      null,
      events.id,
      events.id,
    ])
  })
})
