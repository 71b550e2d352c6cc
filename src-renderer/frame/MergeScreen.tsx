import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { MergePage } from '../ui/register/MergePage.tsx'
import { useBackTo } from '../ui/visits.ts'
import { recordPages } from './mergedRegisters.ts'

const route = getRouteApi('/merge/$register')

/** Two records of a register side by side, to be made one. */
export function MergeScreen() {
  const { register } = route.useParams()
  const { first = 0, second = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <MergePage
      register={register}
      api={api[register].merging}
      first={first}
      second={second}
      onSwap={() => navigate({ search: { first: second, second: first }, replace: true })}
      onMerged={() => navigate({ to: recordPages[register], params: { id: first }, replace: true })}
      onBack={useBackTo(`/duplicates/${register}`)}
    />
  )
}
