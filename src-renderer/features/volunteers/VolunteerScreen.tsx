import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { isMinorOn, volunteerWarnings } from '#shared/features/volunteers/volunteers.rules.ts'
import { ageOn, dayInPoland, formatDay, yearOf } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
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
import { AdmissionMark } from '../child-protection/AdmissionMark.tsx'
import { VerificationTab } from '../child-protection/VerificationTab.tsx'
import { CostsOfVolunteer } from '../cost-settlements/CostsOfVolunteer.tsx'
import { DocumentsOfPerson } from '../documents/DocumentsOfPerson.tsx'
import { HoursByMonth } from '../hours/HoursByMonth.tsx'
import { PlacementsOfVolunteer } from '../placements/PlacementsOfVolunteer.tsx'
import { RequirementsOfVolunteer } from '../requirements/RequirementsOfVolunteer.tsx'
import { RequirementsSide } from '../requirements/RequirementsSide.tsx'
import { VolunteerStatusMark } from '../requirements/VolunteerStatusMark.tsx'
import { AnonymiseButton } from './AnonymiseButton.tsx'
import { VolunteerFacts } from './VolunteerFacts.tsx'

const route = getRouteApi('/volunteers/$id')

/** One volunteer: the facts one always wants, agreements, data, history. */
export function VolunteerScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const compare = useCompare('volunteers')
  const { data, error } = useQuery(orpc.volunteers.get.queryOptions({ input: { id } }))
  const mayWrite = may('volunteers.write')
  const create = () => navigate({ to: '/agreements/new', search: { volunteer: id } })
  // A student placement and a record without its data have no agreements to come.
  const mayAgree = data?.engagement === 'volunteering' && data.anonymisedOn === null
  useShortcuts({
    create: may('agreements.write') && mayAgree ? create : undefined,
    back: useBackTo('/volunteers'),
  })
  const standing = useQuery(
    orpc.requirements.of.queryOptions({ input: { volunteerId: id }, enabled: may('requirements.read') }),
  )
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

  // Which tab stands first follows from the status: it is waited for, so that none jumps.
  if (standing.isLoading) return null
  const isAtWork = standing.data?.status === 'active' || standing.data?.status === 'ended'
  const requirementsTab = may('requirements.read')
    ? [
        {
          key: 'requirements',
          title: t('requirements.title'),
          content: <RequirementsOfVolunteer volunteerId={id} />,
        },
      ]
    : []

  const isAnonymised = data.anonymisedOn !== null
  const warnings = isAnonymised ? [] : volunteerWarnings(data, today)
  const isMinor = !isAnonymised && isMinorOn(data.birthOn, today)
  const mayChange = mayWrite && !isAnonymised
  return (
    <>
      <PageHeader
        title={`${data.surname} ${data.firstNames}`}
        aside={
          <>
            {!isAnonymised && <VolunteerStatusMark volunteerId={id} />}
            {isMinor ? (
              <StateMark tone="info">{t('volunteers.minor')}</StateMark>
            ) : data.engagement === 'internship' ? (
              <StateMark tone="info">{t('volunteers.internship')}</StateMark>
            ) : null}
          </>
        }
        facts={
          <>
            <span>{data.registerNumber}</span>
            {data.birthOn && (
              <span>
                {isAnonymised
                  ? yearOf(data.birthOn)
                  : `${formatDay(data.birthOn)} (${t('volunteers.age', { count: ageOn(data.birthOn, today) })})`}
              </span>
            )}
            {data.phone && <span>{data.phone}</span>}
            <AdmissionMark volunteerId={id} />
            <span>{t('volunteers.since', { day: formatDay(dayInPoland(data.createdAt)) })}</span>
          </>
        }
        actions={
          <>
            {mayChange && <UndoButtons kind="volunteers" api={api.volunteers.undo} record={data} />}
            {mayChange && (
              <MergeWithButton
                register="volunteers"
                api={api.volunteers}
                recordId={id}
                rowText={({ name, registerNumber }) => `${name} (${registerNumber})`}
                onCompare={compare}
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
            {mayChange && <EditButton to={`/volunteers/${id}/edit`} />}
            {may('agreements.write') && mayAgree && (
              <ShortcutTooltip keys={shell.newRecordKeys}>
                <Button onClick={create}>{t('volunteers.newAgreement')}</Button>
              </ShortcutTooltip>
            )}
          </>
        }
      />
      {data.anonymisedOn && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="hint">
            {t('volunteers.anonymise.banner', { day: formatDay(data.anonymisedOn) })}
          </Notice>
        </div>
      )}
      {data.engagement === 'internship' && !isAnonymised && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="hint">{t('volunteers.internshipHint')}</Notice>
        </div>
      )}
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
        side={may('requirements.read') && <RequirementsSide volunteerId={id} />}
        tabs={[
          ...(isAtWork ? [] : requirementsTab),
          {
            key: 'agreements',
            title: t('agreements.title'),
            content: <AgreementsOfVolunteer volunteerId={id} mayCreate={mayAgree} />,
          },
          ...(isAtWork ? requirementsTab : []),
          ...(may('placements.read')
            ? [
                {
                  key: 'placements',
                  title: t('placements.title'),
                  content: <PlacementsOfVolunteer volunteerId={id} />,
                },
              ]
            : []),
          { key: 'hours', title: t('hours.title'), content: <HoursByMonth volunteerId={id} /> },
          ...(may('costSettlements.read')
            ? [
                {
                  key: 'costs',
                  title: t('costSettlements.tab'),
                  content: <CostsOfVolunteer volunteerId={id} />,
                },
              ]
            : []),
          ...(may('documents.read')
            ? [
                {
                  key: 'documents',
                  title: t('documents.plural'),
                  content: <DocumentsOfPerson volunteerId={id} />,
                },
              ]
            : []),
          ...(may('childProtection.read')
            ? [
                {
                  key: 'verification',
                  title: t('childProtection.title'),
                  content: <VerificationTab volunteer={data} />,
                },
              ]
            : []),
          {
            key: 'details',
            title: t('volunteers.data'),
            content: (
              <>
                <VolunteerFacts volunteer={data} />
                {may('volunteers.anonymise') && !isAnonymised && <AnonymiseButton volunteer={data} />}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
