import { Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { documentKinds, kindOf, mayUseKind } from '#shared/features/documents/documents.kinds.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { DeclineOpinion } from './DeclineOpinion.tsx'
import { DocumentForm } from './DocumentForm.tsx'

const route = getRouteApi('/documents/new')

/** A new document: which one, for whom, then the form. */
export function NewDocumentScreen() {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const back = useBackTo('/documents')
  const { volunteer = null, staff = null, agreement = null, unit = null, origin = null } = search
  const { draft: draftId, corrects } = search
  const drafts = useQuery(
    orpc.documents.drafts.queryOptions({ input: {}, enabled: draftId !== undefined, staleTime: 0 }),
  )
  const original = useQuery(
    orpc.documents.contentOf.queryOptions({ input: { id: corrects ?? 0 }, enabled: corrects !== undefined }),
  )
  const draft = drafts.data?.find(({ id }) => id === draftId)
  const stored: DocumentFields | undefined = draft?.fields ?? original.data
  const kind = kindOf(stored?.kind ?? search.kind ?? '')
  const subject = stored ?? {
    volunteerId: volunteer,
    staffId: staff,
    agreementId: agreement,
    unitId: unit,
    originId: origin,
  }
  const isMissing =
    kind !== undefined &&
    ((kind.about === 'volunteers' && subject.volunteerId === null) ||
      (kind.about === 'agreements' && subject.agreementId === null))
  const isWaiting = (draftId !== undefined && !draft) || (corrects !== undefined && !original.data)
  const proposed = useQuery(
    orpc.documents.propose.queryOptions({
      input: {
        kind: kind?.code ?? '',
        volunteerId: subject.volunteerId,
        staffId: subject.staffId,
        agreementId: subject.agreementId,
        unitId: subject.unitId,
        originId: subject.originId,
        issuedOn: today,
        people: search.people ?? [],
      },
      enabled: kind !== undefined && !isMissing && !isWaiting,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const error = proposed.error ?? original.error
  if (error) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={
          kind
            ? t('documents.writeFor', { kind: textOf({ key: `documents.kinds.${kind.code}` }) })
            : t('documents.write')
        }
        facts={proposed.data?.personName && <Text fw={500}>{proposed.data.personName}</Text>}
        actions={
          kind?.code === 'opinion' &&
          subject.volunteerId !== null &&
          proposed.data && (
            <DeclineOpinion
              volunteerId={subject.volunteerId}
              name={proposed.data.personName}
              onDeclined={back}
            />
          )
        }
      />
      {!kind && !isWaiting && (
        <KindChoice
          of={
            agreement !== null
              ? 'agreements'
              : volunteer !== null
                ? 'volunteers'
                : staff !== null
                  ? 'staff'
                  : null
          }
          onChoose={(code) => navigate({ search: { ...search, kind: code }, replace: true })}
        />
      )}
      {isMissing && kind.about === 'volunteers' && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Panel>
            <PersonPicker
              label={t('agreements.fields.volunteer')}
              required
              value={null}
              onChange={(id) =>
                navigate({ search: { ...search, volunteer: id ?? undefined }, replace: true })
              }
            />
          </Panel>
        </div>
      )}
      {kind && !isMissing && proposed.data && (
        <DocumentForm
          key={`${kind.code} ${draftId ?? ''} ${corrects ?? ''}`}
          proposed={proposed.data}
          draft={draft ? { id: draft.id, version: draft.version } : null}
          initial={
            stored ?? {
              kind: kind.code,
              volunteerId: volunteer,
              staffId: staff,
              agreementId: agreement,
              unitId: unit,
              originId: origin,
              input: proposed.data.input,
              signatoryId: null,
              issuedOn: today,
              place: centreTown,
              caseId: null,
              newCase: null,
              copies: proposed.data.copies,
              delivery: '',
              letterheadUnitId: null,
              projectId: null,
              corrects: null,
            }
          }
          onIssued={(id) => navigate({ to: '/documents/$id', params: { id }, replace: true })}
          onCancel={back}
        />
      )}
    </>
  )
}

interface KindChoiceProps {
  /** About whom or what; null where that is not said yet. */
  of: 'volunteers' | 'agreements' | 'staff' | null
  onChoose: (code: string) => void
}

/** The kinds of documents that fit, each with what it stands on. */
function KindChoice({ of, onChoose }: KindChoiceProps) {
  const { t } = useTranslation()
  const may = useMay()
  const fitting = documentKinds.filter(
    ({ about, code }) =>
      mayUseKind(code, may) && (about === 'open' || about === of || (of === null && about === 'volunteers')),
  )
  return (
    <div style={{ marginTop: 16, maxWidth: 720 }}>
      <Panel title={t('documents.choose')}>
        <Stack gap={2}>
          {fitting.map(({ code, basis }) => (
            <UnstyledButton key={code} py={6} onClick={() => onChoose(code)}>
              <Text fw={500} c="var(--mantine-color-anchor)">
                {textOf({ key: `documents.kinds.${code}` })}
              </Text>
              {basis[0] && (
                <Text size="sm" c="dimmed">
                  {textOf({ key: `documents.basis.${basis[0]}` })}
                </Text>
              )}
            </UnstyledButton>
          ))}
        </Stack>
      </Panel>
    </div>
  )
}
