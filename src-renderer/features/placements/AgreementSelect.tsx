import { Select, Text } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { useConcludedAgreements } from '../agreements/useConcludedAgreements.ts'

interface AgreementSelectProps {
  volunteerId: number
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  disabled?: boolean
}

/** Chooses one of a volunteer's agreements that are concluded and not over; a single one is chosen already. */
export function AgreementSelect({ volunteerId, value, onChange, error, disabled }: AgreementSelectProps) {
  const { t } = useTranslation()
  const agreements = useConcludedAgreements(volunteerId)
  const rows = (agreements ?? []).filter((row) => row.state !== 'ended' || row.id === value)
  const single = rows.length === 1 ? rows[0]?.id : undefined
  useEffect(() => {
    if (value === null && single !== undefined) onChange(single)
  }, [value, single, onChange])
  if (agreements && rows.length === 0) return <Text c="dimmed">{t('placements.noAgreements')}</Text>
  return (
    <Select
      label={t('placements.fields.agreement')}
      description={t('placements.agreementHint')}
      required
      data-path="agreementId"
      error={error}
      disabled={disabled}
      allowDeselect={false}
      data={rows.map((row) => ({
        value: String(row.id),
        label: `${row.number}, ${row.startsOn ? formatDay(row.startsOn) : ''} – ${row.endsOn ? formatDay(row.endsOn) : t('placements.indefinite')}`,
      }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
