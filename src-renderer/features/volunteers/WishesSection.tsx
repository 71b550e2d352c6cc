import { SimpleGrid, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { FoldedPanel } from '../../ui/FoldedPanel.tsx'
import { TypedMultiSelect } from '../../ui/TypedMultiSelect.tsx'
import { hasProblem, type VolunteerFormOf } from './volunteerValues.ts'

/** What the volunteer would like to do, and where. A unit that was closed since stays chosen. */
export function WishesSection({ form }: { form: VolunteerFormOf }) {
  const { t } = useTranslation()
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const { activityWishes, preferredUnits } = form.values
  const chosen = new Map(preferredUnits.map(({ id, text }) => [id, text]))
  const known = (units ?? []).filter((unit) => unit.isActive || chosen.has(unit.id))
  const gone = preferredUnits.filter(({ id }) => known.every((unit) => unit.id !== id))
  const names = new Map([
    ...gone.map(({ id, text }) => [id, text] as const),
    ...known.map(({ id, name }) => [id, name] as const),
  ])

  return (
    <FoldedPanel
      title={t('volunteers.sections.wishes')}
      summary={[...activityWishes, ...preferredUnits.map(({ text }) => text)].join(', ')}
      needsLook={hasProblem(form, ['activityWishes', 'preferredUnits'])}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TagsInput
          label={t('volunteers.fields.activityWishes')}
          description={t('volunteers.wishHint')}
          acceptValueOnBlur
          splitChars={[';']}
          {...form.getInputProps('activityWishes')}
        />
        <TypedMultiSelect
          label={t('volunteers.fields.preferredUnits')}
          data={[...names].map(([id, name]) => ({ value: String(id), label: name }))}
          value={preferredUnits.map(({ id }) => String(id))}
          onChange={(ids) =>
            form.setFieldValue(
              'preferredUnits',
              ids.map((id) => ({ id: Number(id), text: names.get(Number(id)) ?? '' })),
            )
          }
          error={form.errors.preferredUnits}
          data-path="preferredUnits"
        />
      </SimpleGrid>
    </FoldedPanel>
  )
}
