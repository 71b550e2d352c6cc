import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { Facts } from '../../ui/Facts.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { ClauseList } from '../clauses/ClauseList.tsx'
import { TemplateFields } from './TemplateFields.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'
import { templateTitle, validityOf, versionName } from './templateTexts.ts'

const route = getRouteApi('/templates/$code')

/** One template: what is in force, its versions, the texts it is made of, and the data it can print. */
export function TemplateScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { code } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.templates.get.queryOptions({ input: { code } }))
  const texts = useQuery(orpc.clauses.list.queryOptions())
  useShortcuts({ back: useBackTo('/templates') })
  if (error) return <LoadingFailure error={error} />
  if (!data) return null
  const { inForce, fileClass } = data
  return (
    <>
      <PageHeader
        title={templateTitle(code)}
        aside={`${versionName(inForce)}, ${validityOf(inForce)}`}
        actions={
          may('templates.write') && (
            <Button onClick={() => navigate({ to: '/templates/$code/edit', params: { code }, search: {} })}>
              {t('templates.make')}
            </Button>
          )
        }
      />
      <Stack mt="md" gap="md">
        <Panel>
          <Facts
            items={[
              { label: t('templates.fields.code'), value: code },
              {
                label: t('templates.fields.approvedBy'),
                value: inForce.approvedBy || t('templates.notApproved'),
              },
              {
                label: t('templates.fields.fileClass'),
                value:
                  fileClass &&
                  [fileClass.symbol, fileClass.title, fileClass.category].filter(Boolean).join(' · '),
              },
              { label: t('templates.fields.copies'), value: String(data.copies) },
              {
                label: t('templates.fields.signer'),
                value: t(data.isSignedByCentre ? 'templates.signed' : 'templates.unsigned'),
              },
              {
                label: t('templates.fields.basis'),
                value: data.basis.map(({ code: name, text, validFrom, certainty }) => (
                  <div key={name} lang="pl">
                    {text}{' '}
                    <Text span size="sm" c="dimmed">
                      ({t('templates.basisSince', { day: formatDay(validFrom) })};{' '}
                      {textOf({ key: `clauses.certainty.${certainty}` })})
                    </Text>
                  </div>
                )),
              },
            ]}
          />
        </Panel>
        <TemplateVersions code={code} versions={data.versions} />
        <Panel title={t('templates.texts')}>
          <Text c="dimmed" mb="sm" maw={820}>
            {t('templates.textsHint')}
          </Text>
          <ClauseList clauses={(texts.data ?? []).filter((each) => data.clauses.includes(each.code))} />
        </Panel>
        <TemplateFields fields={data.fields} />
      </Stack>
    </>
  )
}
