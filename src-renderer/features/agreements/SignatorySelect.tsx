import { Button, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whyMayNotSign } from '#shared/features/signatories/signatories.rules.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { SignatoryForm } from '../signatories/SignatoryForm.tsx'

interface SignatorySelectProps {
  value: number | null
  /** What is signed and when: who signs must be authorised for it on that day. */
  kind: string
  day: string
  onChange: (id: number | null) => void
  error: ReactNode
}

/** Who signs for the centre. The only one who may is chosen by itself; where there is none, one can be added here. */
export function SignatorySelect({ value, kind, day, onChange, error }: SignatorySelectProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.signatories.list.queryOptions())
  const [isAdding, setAdding] = useState(false)
  const able = data?.filter((signatory) => !whyMayNotSign(signatory, kind, day))
  const only = able?.length === 1 ? able[0] : undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, when the list is there
  useEffect(() => {
    if (value === null && only) onChange(only.id)
  }, [only?.id])

  const drawer = (
    <FormDrawer title={t('signatories.create')} isOpen={isAdding} onClose={() => setAdding(false)}>
      <SignatoryForm
        onDone={(saved) => {
          setAdding(false)
          if (saved) onChange(saved.id)
        }}
      />
    </FormDrawer>
  )
  if (data?.length === 0) {
    return (
      <div>
        <Text size="sm" fw={500}>
          {t('agreements.fields.signatoryId')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('agreements.noSignatories')}
        </Text>
        {may('signatories.write') && (
          <Button variant="default" size="compact-sm" mt={4} onClick={() => setAdding(true)}>
            {t('agreements.addSignatory')}
          </Button>
        )}
        {drawer}
      </div>
    )
  }
  return (
    <div>
      <Select
        label={t('agreements.fields.signatoryId')}
        data-path="signatoryId"
        data={(data ?? [])
          .map((signatory) => ({ signatory, whyNot: whyMayNotSign(signatory, kind, day) }))
          .map(({ signatory: { id, fullName, position }, whyNot }) => ({
            value: String(id),
            label: [`${fullName} – ${position}`, whyNot && `(${t(`signatories.short.${whyNot}`)})`]
              .filter(Boolean)
              .join(' '),
            disabled: whyNot !== undefined && id !== value,
          }))}
        value={value === null ? null : String(value)}
        onChange={(id) => onChange(id ? Number(id) : null)}
        error={error}
      />
      {drawer}
    </div>
  )
}
