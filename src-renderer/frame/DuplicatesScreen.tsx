import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { DuplicatesTabs } from '../ui/register/DuplicatesTabs.tsx'
import { recordPages } from './mergedRegisters.ts'
import { useCompare } from './useCompare.ts'

const route = getRouteApi('/duplicates/$register')

/** Records of a register that may stand in it twice, those found to be different ones, and the merges made. */
export function DuplicatesScreen() {
  const { register } = route.useParams()
  const navigate = route.useNavigate()
  const compare = useCompare(register)
  return (
    <DuplicatesTabs
      key={register}
      register={register}
      api={api[register]}
      link={({ id }, text) => (
        <Link to={recordPages[register]} params={{ id }}>
          {text}
        </Link>
      )}
      onCompare={compare}
      onBack={() => navigate({ to: `/${register}` })}
    />
  )
}
