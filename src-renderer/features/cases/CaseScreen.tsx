import { Button, Stack, Table } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Case, casesContract } from '#shared/features/cases/cases.contract.ts'
import { casesRegister } from '#shared/features/cases/cases.register.ts'
import { keptUntil } from '#shared/features/cases/cases.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { CaseStateMark } from './CaseStateMark.tsx'
import { CaseTextFields } from './CaseTextFields.tsx'

const route = getRouteApi('/cases/$id')

/** One case and the documents that share its sign. */
export function CaseScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const [isEditing, setEditing] = useState(false)
  const { data, error } = useQuery(orpc.cases.get.queryOptions({ input: { id } }))
  const cancel = useMutation(orpc.cases.cancel.mutationOptions())
  useShortcuts({ back: useBackTo('/cases') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const state = data.cancelReason ? 'cancelled' : data.closedOn ? 'closed' : 'open'
  const disposal = data.closedOn && keptUntil(data.category, data.closedOn)

  async function ask(found: Case) {
    const reason = await askText({
      title: t('cases.cancelConfirm.title', { sign: found.sign }),
      text: t('cases.cancelConfirm.text'),
      label: t('cases.cancelConfirm.reason'),
      action: t('cases.cancel'),
    })
    if (reason) cancel.mutate({ id, version: found.version, reason })
  }

  return (
    <>
      <PageHeader
        title={data.sign}
        aside={<CaseStateMark state={state} />}
        facts={
          <>
            <span>{data.subject}</span>
            {data.sender && (
              <span>
                {t('cases.fields.sender')}: {data.sender}
              </span>
            )}
            <span>
              {data.classSymbol} {data.classTitle}
              {data.category && `, ${data.category}`}
            </span>
            <span>
              {t('cases.fields.openedOn')}: {formatDay(data.openedOn)}
            </span>
            {data.closedOn && (
              <span>
                {t('cases.fields.closedOn')}: {formatDay(data.closedOn)}
              </span>
            )}
          </>
        }
        actions={
          may('cases.write') &&
          state !== 'cancelled' && (
            <>
              <Button variant="default" onClick={() => ask(data)}>
                {t('cases.cancel')}
              </Button>
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('cases.edit')}
              </Button>
            </>
          )
        }
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        {data.cancelReason && (
          <Notice tone="stop" label={t('cases.states.cancelled')}>
            {data.cancelReason}
          </Notice>
        )}
        {disposal && <Notice tone="hint">{t('cases.keptUntil', { day: formatDay(disposal) })}</Notice>}
      </div>
      <RecordTabs
        register={casesRegister}
        api={api.cases}
        recordId={id}
        may={may}
        tabs={[
          ...(may('documents.read')
            ? [{ key: 'documents', title: t('cases.documents'), content: <DocumentsOfCase caseId={id} /> }]
            : []),
        ]}
      />
      <FormDrawer title={t('cases.edit')} isOpen={isEditing} onClose={() => setEditing(false)}>
        <CaseForm found={data} onDone={() => setEditing(false)} />
      </FormDrawer>
    </>
  )
}

function DocumentsOfCase({ caseId }: { caseId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.documents.listOf.queryOptions({ input: { caseId } }))
  if (!data) return null
  return (
    <Panel>
      {data.length === 0 ? (
        <EmptyState title={t('cases.noDocuments')} hint={t('documents.emptyHint')} />
      ) : (
        <Table>
          <Table.Tbody>
            {data.map(({ id, title, personName, issuedOn }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Link to="/documents/$id" params={{ id }}>
                    {title}
                  </Link>
                </Table.Td>
                <Table.Td>{personName}</Table.Td>
                <Table.Td>{formatDay(issuedOn)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}

function CaseForm({ found, onDone }: { found: Case; onDone: () => void }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(casesContract.change),
    initial: {
      id: found.id,
      version: found.version,
      subject: found.subject,
      sender: found.sender,
      senderSign: found.senderSign,
      senderOn: found.senderOn,
      notes: found.notes,
      closedOn: found.closedOn,
    },
    save: (values) => api.cases.change(values),
    onSaved: onDone,
  })
  const labels: Record<string, string> = {
    subject: t('cases.fields.subject'),
    sender: t('cases.fields.sender'),
    senderSign: t('cases.fields.senderSign'),
    senderOn: t('cases.fields.senderOn'),
    notes: t('cases.fields.notes'),
    closedOn: t('cases.fields.closedOn'),
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <CaseTextFields form={record.form} />
        <DateField label={labels.closedOn ?? ''} {...record.form.getInputProps('closedOn')} name="closedOn" />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog record={record} labelOf={(name) => labels[name]} />
    </form>
  )
}
