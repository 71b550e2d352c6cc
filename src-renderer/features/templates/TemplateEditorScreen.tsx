import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'

const route = getRouteApi('/templates/$code/edit')

/** A template of the centre's own: a draft that is gone on with, or a new one from any version (`from`). */
export function TemplateEditorScreen() {
  const { code } = route.useParams()
  const { draft, from } = route.useSearch()
  const navigate = route.useNavigate()
  const template = useQuery(orpc.templates.get.queryOptions({ input: { code } }))
  const begun = useQuery({
    ...orpc.templates.source.queryOptions({ input: { code, id: draft ?? from ?? null } }),
    ...whileEditing,
  })
  const error = template.error ?? begun.error
  if (error) return <LoadingFailure error={error} />
  if (!template.data || !begun.data) return null
  return (
    <TemplateEditor
      template={template.data}
      initial={begun.data.source}
      draft={draft === undefined ? null : begun.data.version}
      onDone={() => navigate({ to: '/templates/$code', params: { code } })}
    />
  )
}
