import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

interface PaperSelectProps {
  /** The unit; null for the centre. */
  value: number | null
  onChange: (unitId: number | null) => void
}

/** On whose paper a document is; nothing is asked where no unit has a head of its own. */
export function PaperSelect({ value, onChange }: PaperSelectProps) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(orpc.letterheads.list.queryOptions())
  const units = data.filter(({ unitId }) => unitId !== null)
  if (units.length === 0) return null
  return (
    <Select
      label={t('letterheads.choosePaper')}
      data={[
        { value: '', label: t('letterheads.ofCentre') },
        ...units.map(({ unitId, unitName }) => ({ value: String(unitId), label: unitName })),
      ]}
      allowDeselect={false}
      value={value === null ? '' : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
