import { NumberInput, Stack, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentsContract, type KindSettings } from '#shared/features/documents/documents.contract.ts'
import { kindOf } from '#shared/features/documents/documents.kinds.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { textOf } from '../../i18n.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { textField } from '../../ui/fields.ts'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** How each kind of document is numbered, filed and printed. */
export function KindsPanel() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.documents.kinds.queryOptions())
  const { data: classes } = useQuery(orpc.cases.classes.queryOptions())
  const [open, setOpen] = useState<KindSettings>()
  return (
    <Panel title={t('documents.kindsTitle')}>
      <Text c="dimmed" mb="sm" maw={720}>
        {t('documents.kindsHint')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('documents.fields.kind')}</Table.Th>
            <Table.Th>{t('documents.fields.pattern')}</Table.Th>
            <Table.Th>{t('documents.fields.classId')}</Table.Th>
            <Table.Th ta="right">{t('documents.fields.copies')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.map((kind) => {
            const fileClass = classes?.find(({ id }) => id === kind.classId)
            return (
              <Table.Tr key={kind.code}>
                <Table.Td>
                  <OpenButton onOpen={() => setOpen(kind)}>
                    {textOf({ key: `documents.kinds.${kind.code}` })}
                  </OpenButton>
                </Table.Td>
                <Table.Td>{kind.pattern || t('documents.withoutNumber')}</Table.Td>
                <Table.Td>{fileClass ? `${fileClass.symbol} ${fileClass.title}` : '–'}</Table.Td>
                <Table.Td ta="right">{kind.copies}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <FormDrawer
        title={open ? textOf({ key: `documents.kinds.${open.code}` }) : ''}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open && <KindForm kind={open} onDone={() => setOpen(undefined)} />}
      </FormDrawer>
    </Panel>
  )
}

function KindForm({ kind, onDone }: { kind: KindSettings; onDone: () => void }) {
  const { t } = useTranslation()
  const { data: classes } = useQuery(orpc.cases.classes.queryOptions())
  const record = useRecordForm({
    schema: inputOf(documentsContract.changeKind),
    initial: { ...kind },
    save: (values) => api.documents.changeKind(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const labels: Record<string, string> = {
    pattern: t('documents.fields.pattern'),
    classId: t('documents.fields.classId'),
    copies: t('documents.fields.copies'),
    guardDays: t('documents.fields.guardDays'),
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {kindOf(kind.code)?.pattern !== null && (
          <TextInput label={labels.pattern} required data-autofocus {...field('pattern')} />
        )}
        {kindOf(kind.code)?.caseSign !== 'never' && (
          <TypedSelect
            label={labels.classId}
            data={(classes ?? [])
              .filter(({ isActive, id }) => isActive || id === kind.classId)
              .map(({ id, symbol, title }) => ({ value: String(id), label: `${symbol} ${title}` }))}
            value={form.values.classId === null ? null : String(form.values.classId)}
            onChange={(id) => form.setFieldValue('classId', id ? Number(id) : null)}
            error={form.errors.classId}
          />
        )}
        <NumberInput label={labels.copies} min={1} max={20} {...form.getInputProps('copies')} />
        <NumberInput label={labels.guardDays} min={0} max={3650} {...form.getInputProps('guardDays')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog record={record} labelOf={(name) => labels[name]} />
    </form>
  )
}
