import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlaceKind, placeKinds } from '#shared/features/placements/placements.register.ts'
import { useMay } from '../../frame/useFrame.ts'
import { choices } from '../../ui/fields.ts'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { FamilyPicker } from './FamilyPicker.tsx'

interface PlaceFieldsProps {
  unitId: number | null
  familyId: number | null
  onChange: (place: { unitId: number | null; familyId: number | null }) => void
  errors: { unitId?: unknown; familyId?: unknown }
  /** Once a place was introduced it stays. */
  isFixed?: boolean
}

/** A unit, or else a family. */
export function PlaceFields({ unitId, familyId, onChange, errors, isFixed = false }: PlaceFieldsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [kind, setKind] = useState<PlaceKind>(familyId === null ? 'unit' : 'family')
  const error = (errors[kind === 'unit' ? 'unitId' : 'familyId'] ?? errors.unitId) as string | undefined
  return (
    <Stack gap="sm">
      {may('families.read') && !isFixed && (
        <SegmentedControl
          aria-label={t('placements.fields.placeKind')}
          data={choices(placeKinds, (each) => t(`placements.placeKinds.${each}`))}
          value={kind}
          onChange={(chosen) => {
            setKind(chosen as PlaceKind)
            onChange({ unitId: null, familyId: null })
          }}
        />
      )}
      {kind === 'unit' ? (
        <UnitSelect
          label={t('placements.fields.unit')}
          name="unitId"
          value={unitId}
          error={error}
          disabled={isFixed}
          onChange={(id) => onChange({ unitId: id, familyId: null })}
        />
      ) : (
        <FamilyPicker
          label={t('placements.fields.family')}
          value={familyId}
          error={error}
          disabled={isFixed}
          onChange={(id) => onChange({ unitId: null, familyId: id })}
        />
      )}
    </Stack>
  )
}
