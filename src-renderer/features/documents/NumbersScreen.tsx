import { Button, Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentsContract } from '#shared/features/documents/documents.contract.ts'
import { documentKinds } from '#shared/features/documents/documents.kinds.ts'
import { formatDay, yearOf } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { textField } from '../../ui/fields.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'

const route = getRouteApi('/documents/numbers')
const numbered = documentKinds.filter(({ pattern }) => pattern !== null)

/** The numbers of one of the centre's own registers in a year, cancelled ones with their reasons. */
export function NumbersScreen() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const may = useMay()
  const { kind = 'certificate', year = yearOf(today) } = route.useSearch()
  const navigate = route.useNavigate()
  const [isEntering, setEntering] = useState(false)
  const { data } = useQuery(orpc.documents.numbers.queryOptions({ input: { kind, year } }))
  useShortcuts({ back: useBackTo('/documents') })
  return (
    <>
      <PageHeader
        title={t('documents.numbers')}
        actions={
          may('documents.write') && (
            <Button variant="default" onClick={() => setEntering(true)}>
              {t('documents.enterNumber')}
            </Button>
          )
        }
      />
      <Text c="dimmed" mt={4} maw={820}>
        {t('documents.numbersHint')}
      </Text>
      <Group mt="md" gap="sm" align="flex-end">
        <Select
          label={t('documents.fields.kind')}
          w={320}
          allowDeselect={false}
          data={numbered.map(({ code }) => ({
            value: code,
            label: textOf({ key: `documents.kinds.${code}` }),
          }))}
          value={kind}
          onChange={(code) => navigate({ search: { kind: code ?? kind, year }, replace: true })}
        />
        <NumberInput
          label={t('cases.fields.year')}
          w={110}
          min={1990}
          max={2200}
          allowDecimal={false}
          thousandSeparator=""
          value={year}
          onChange={(next) =>
            typeof next === 'number' &&
            next >= 1990 &&
            navigate({ search: { kind, year: next }, replace: true })
          }
        />
      </Group>
      <div style={{ marginTop: 16 }}>
        <Panel>
          {data?.length === 0 ? (
            <EmptyState title={t('documents.noNumbers')} hint={t('documents.numbersHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('documents.fields.number')}</Table.Th>
                  <Table.Th>{t('documents.fields.issuedOn')}</Table.Th>
                  <Table.Th>{t('documents.fields.person')}</Table.Th>
                  <Table.Th>{t('documents.fields.issuedBy')}</Table.Th>
                  <Table.Th>{t('documents.fields.cancelReason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((given) => (
                  <Table.Tr key={given.id}>
                    <Table.Td fw={500}>
                      {given.documentId === null ? (
                        <>
                          {given.text}{' '}
                          <Text span size="sm" c="dimmed">
                            {t('documents.paper')}
                          </Text>
                        </>
                      ) : (
                        <Link to="/documents/$id" params={{ id: given.documentId }}>
                          {given.text}
                        </Link>
                      )}
                    </Table.Td>
                    <Table.Td>{formatDay(given.givenOn)}</Table.Td>
                    <Table.Td>{given.personName ?? given.paperNote}</Table.Td>
                    <Table.Td>{given.givenByName}</Table.Td>
                    <Table.Td>{given.cancelReason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer title={t('documents.enterNumber')} isOpen={isEntering} onClose={() => setEntering(false)}>
        <PaperNumberForm kind={kind} onDone={() => setEntering(false)} />
      </FormDrawer>
    </>
  )
}

function PaperNumberForm({ kind, onDone }: { kind: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(documentsContract.enterNumber),
    initial: { kind, text: '', givenOn: today, note: '' },
    save: (values) => api.documents.enterNumber(values),
    onSaved: onDone,
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('documents.enterNumberHint')}
        </Text>
        <TextInput label={t('documents.fields.number')} required data-autofocus {...field('text')} />
        <DateField
          label={t('documents.fields.issuedOn')}
          required
          {...record.form.getInputProps('givenOn')}
          name="givenOn"
        />
        <TextInput label={t('documents.enterNumberNote')} required {...field('note')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
    </form>
  )
}
