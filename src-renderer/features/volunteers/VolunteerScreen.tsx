import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { isMinorOn, volunteerWarnings } from '#shared/features/volunteers/volunteers.rules.ts'
import { ageOn, dayInPoland, formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { MergedHere } from '../../ui/register/MergedHere.tsx'
import { MergeWithButton } from '../../ui/register/MergeWithButton.tsx'
import { MissingRecord } from '../../ui/register/MissingRecord.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { AgreementsOfVolunteer } from '../agreements/AgreementsOfVolunteer.tsx'
import { DocumentsOfPerson } from '../documents/DocumentsOfPerson.tsx'
import { HoursByMonth } from '../hours/HoursByMonth.tsx'

const route = getRouteApi('/volunteers/$id')

/** One volunteer: the facts one always wants, agreements, data, history. */
export function VolunteerScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.volunteers.get.queryOptions({ input: { id } }))
  const mayWrite = may('volunteers.write')
  const create = () => navigate({ to: '/agreements/new', search: { volunteer: id } })
  useShortcuts({
    create: may('agreements.write') ? create : undefined,
    back: useBackTo('/volunteers'),
  })
  if (!data)
    return error ? (
      <MissingRecord
        register="volunteers"
        api={api.volunteers.merging}
        id={id}
        error={error}
        onFound={(found) => navigate({ to: '/volunteers/$id', params: { id: found }, replace: true })}
      />
    ) : null

  const warnings = volunteerWarnings(data, today)
  return (
    <>
      <PageHeader
        title={`${data.surname} ${data.firstNames}`}
        aside={
          isMinorOn(data.birthOn, today) ? (
            <StateMark tone="info">{t('volunteers.minor')}</StateMark>
          ) : undefined
        }
        facts={
          <>
            <span>{data.registerNumber}</span>
            {data.birthOn && (
              <span>
                {formatDay(data.birthOn)} ({t('volunteers.age', { count: ageOn(data.birthOn, today) })})
              </span>
            )}
            {data.phone && <span>{data.phone}</span>}
            <span>{t('volunteers.since', { day: formatDay(dayInPoland(data.createdAt)) })}</span>
          </>
        }
        actions={
          <>
            {mayWrite && <UndoButtons kind="volunteers" api={api.volunteers.undo} record={data} />}
            {mayWrite && (
              <MergeWithButton
                register="volunteers"
                api={api.volunteers}
                recordId={id}
                rowText={({ name, registerNumber }) => `${name} (${registerNumber})`}
                onCompare={(first, second) =>
                  navigate({
                    to: '/merge/$register',
                    params: { register: 'volunteers' },
                    search: { first, second },
                  })
                }
              />
            )}
            {mayWrite && (
              <RemoveButton
                register={volunteersRegister}
                from={api.volunteers}
                record={data}
                onRemoved={() => navigate({ to: '/volunteers' })}
              />
            )}
            {mayWrite && (
              <Button
                component={Link}
                to={`/volunteers/${id}/edit`}
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {t('common.edit')}
              </Button>
            )}
            {may('agreements.write') && (
              <ShortcutTooltip keys={shell.newRecordKeys}>
                <Button onClick={create}>{t('volunteers.newAgreement')}</Button>
              </ShortcutTooltip>
            )}
          </>
        }
      />
      {warnings.length > 0 && (
        <div style={{ display: 'grid', gap: 4, marginTop: 12 }}>
          {warnings.map(({ key }) => (
            <Notice key={key} tone="warning">
              {textOf({ key })}
            </Notice>
          ))}
        </div>
      )}
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        <MergedHere
          register="volunteers"
          api={api.volunteers}
          recordId={id}
          mayUndo={mayWrite}
          mayReadHistory={may('history.read')}
        />
      </div>
      <RecordTabs
        register={volunteersRegister}
        api={api.volunteers}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'agreements',
            title: t('agreements.title'),
            content: <AgreementsOfVolunteer volunteerId={id} />,
          },
          { key: 'hours', title: t('hours.title'), content: <HoursByMonth volunteerId={id} /> },
          ...(may('documents.read')
            ? [
                {
                  key: 'documents',
                  title: t('documents.plural'),
                  content: <DocumentsOfPerson volunteerId={id} />,
                },
              ]
            : []),
          { key: 'details', title: t('common.details'), content: <VolunteerFacts volunteer={data} /> },
        ]}
      />
    </>
  )
}

function VolunteerFacts({ volunteer }: { volunteer: Volunteer }) {
  const { t } = useTranslation()
  const may = useMay()
  const address = [volunteer.street, [volunteer.postCode, volunteer.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t('volunteers.fields.formOfAddress'),
            value: t(`volunteers.formsOfAddress.${volunteer.formOfAddress}`),
          },
          { label: t('volunteers.fields.birthOn'), value: volunteer.birthOn && formatDay(volunteer.birthOn) },
          {
            label: t('volunteers.fields.pesel'),
            value: may('volunteers.readPesel')
              ? [volunteer.pesel, volunteer.peselNote].filter(Boolean).join(' – ')
              : t('volunteers.peselHidden'),
          },
          {
            label: t('volunteers.fields.category'),
            value: t(`volunteers.categories.${volunteer.category}`),
          },
          { label: t('volunteers.address'), value: address },
          { label: t('volunteers.fields.phone'), value: volunteer.phone },
          { label: t('volunteers.fields.email'), value: volunteer.email },
          ...(volunteer.guardianName
            ? [
                {
                  label: t('volunteers.fields.guardianName'),
                  value: `${volunteer.guardianName} (${t(`volunteers.relations.${volunteer.guardianRelation}`)})`,
                },
                { label: t('volunteers.fields.guardianPhone'), value: volunteer.guardianPhone },
              ]
            : []),
          { label: t('volunteers.fields.notes'), value: volunteer.notes },
        ]}
      />
    </Panel>
  )
}
