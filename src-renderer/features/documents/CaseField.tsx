import { isOptionsGroup, SimpleGrid, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { labelFits } from '#shared/kit/choice.ts'
import { orpc } from '../../api/client.ts'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

interface CaseFieldProps {
  value: Pick<DocumentFields, 'caseId' | 'newCase'>
  onChange: (value: Pick<DocumentFields, 'caseId' | 'newCase'>) => void
  /** May a case be opened with the document: has its kind a class of the file plan? */
  mayOpen: boolean
  isRequired: boolean
  error: ReactNode
}

/** The case to which a document belongs: one that is open, or a new one that is opened when it is issued. */
export function CaseField({ value, onChange, mayOpen, isRequired, error }: CaseFieldProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [contains] = useDebouncedValue(search, 200)
  const { data, isPlaceholderData } = useQuery(
    orpc.cases.choices.queryOptions({ input: { contains }, placeholderData: keepPreviousData }),
  )
  const { newCase } = value
  const chosen = newCase ? 'new' : value.caseId === null ? null : String(value.caseId)
  return (
    <>
      <TypedSelect
        label={t('documents.fields.caseId')}
        data-path="caseId"
        required={isRequired}
        error={error}
        placeholder={isRequired ? undefined : t('documents.noCaseChosen')}
        onTyped={setSearch}
        isSeeking={isPlaceholderData || contains !== search}
        // What fits was found by the server; a new case is among it only by its name.
        filter={({ options, search: sought }) =>
          options.filter(
            (each) => isOptionsGroup(each) || each.value !== 'new' || labelFits(each.label, sought),
          )
        }
        data={[
          ...(mayOpen ? [{ value: 'new', label: t('documents.newCase') }] : []),
          ...(data ?? []).map(({ id, sign, subject }) => ({
            value: String(id),
            label: `${sign} – ${subject}`,
          })),
        ]}
        value={chosen}
        onChange={(id) =>
          onChange({
            caseId: id && id !== 'new' ? Number(id) : null,
            newCase: id === 'new' ? { unitId: null, subject: '' } : null,
          })
        }
      />
      {newCase && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mt="sm">
          <TextInput
            label={t('documents.newCaseSubject')}
            data-path="newCase.subject"
            required
            value={newCase.subject}
            onChange={(event) =>
              onChange({ caseId: null, newCase: { ...newCase, subject: event.currentTarget.value } })
            }
          />
          <UnitSelect
            label={t('documents.newCaseUnit')}
            placeholder={t('documents.wholeCentre')}
            value={newCase.unitId}
            onChange={(unitId) => onChange({ caseId: null, newCase: { ...newCase, unitId } })}
          />
        </SimpleGrid>
      )}
    </>
  )
}
